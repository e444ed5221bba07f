'use strict';

// node client.js <scenario> <input>: runs one scenario with the official client; input and outcome are JSON.
// Input has address, token, base and table, and what the scenario takes; a new scenario is a new name in scenarios.js.

const Airtable = require('airtable');
const scenarios = require('./scenarios');

// What the client rejects with is mostly no Error.
const described = (reason) => ({
  error: reason.error,
  message: reason.message,
  statusCode: reason.statusCode,
  name: reason instanceof Error ? reason.name : null,
});

const run = async (name, input) => {
  // The client waits for random times after a 429: small ones here.
  if (input.random !== undefined) Math.random = () => input.random;
  const client = new Airtable({
    apiKey: input.token,
    endpointUrl: input.address,
    noRetryIfRateLimited: input.noRetryIfRateLimited === true,
    requestTimeout: input.requestTimeout || 20000,
  });
  return scenarios[name](client.base(input.base)(input.table), input);
};

run(process.argv[2], JSON.parse(process.argv[3])).then(
  (value) => console.log(JSON.stringify({ value })),
  (reason) => console.log(JSON.stringify({ refused: described(reason) })),
);
