'use strict';

const plain = (record) => ({ id: record.id, fields: record.fields });

// One record is an object, a batch is an array.
const all = (made) => (Array.isArray(made) ? made.map(plain) : plain(made));

module.exports = {
  list: async (table, { select }) => (await table.select(select || {}).all()).map(plain),

  // Sizes of the pages, as they come.
  pages: async (table, { select }) => {
    const sizes = [];
    await table.select(select || {}).eachPage((records, next) => {
      sizes.push(records.length);
      next();
    });
    return sizes;
  },

  // The deprecated way to list.
  forEach: (table) => new Promise((resolve, reject) => {
    const records = [];
    table.forEach((record) => records.push(plain(record)), (error) => (error ? reject(error) : resolve(records)));
  }),

  find: async (table, { id }) => plain(await table.find(id)),

  create: async (table, { records, options }) => all(await table.create(records, options)),

  update: async (table, { id, records, options }) =>
    all(await (id ? table.update(id, records, options) : table.update(records, options))),

  replace: async (table, { id, records, options }) =>
    all(await (id ? table.replace(id, records, options) : table.replace(records, options))),

  destroy: async (table, { ids }) => {
    const gone = await table.destroy(ids);
    return Array.isArray(gone) ? gone.map((record) => record.id) : gone.id;
  },
};
