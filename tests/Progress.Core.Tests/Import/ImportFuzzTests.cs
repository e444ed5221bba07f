using System.Text;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Import;

/// <summary>Whatever is done to a file, it is imported with a summary that adds up, or refused with a message.</summary>
public sealed class ImportFuzzTests : IDisposable
{
    private const int HangMs = 30 * 60_000;

    private static readonly byte[][] Spice =
    [
        [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [(byte)'"'], "\"\""u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), ","u8.ToArray(), "|"u8.ToArray(),
        "{"u8.ToArray(), "}"u8.ToArray(), "]"u8.ToArray(), "\\"u8.ToArray(), "\\ud800"u8.ToArray(), ":"u8.ToArray(), "null"u8.ToArray(),
        Encoding.UTF8.Preamble.ToArray(), "-"u8.ToArray(), "99999999999"u8.ToArray(),
    ];

    private static readonly byte[][] Forms =
    [
        Encoding.UTF8.GetBytes(Notes.Csv(Notes.Many(30))), Encoding.UTF8.GetBytes(Notes.Csv(Notes.Many(30), ';', "\r\n")),
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Notes.Csv(Notes.Many(30)))],
        Encoding.UTF8.GetBytes(Notes.Array(Notes.Many(30))), Encoding.UTF8.GetBytes(Notes.Lines(Notes.Many(30))), Encoding.UTF8.GetBytes(Notes.Answer(Notes.Many(30))),
    ];

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact(Timeout = HangMs)]
    public Task A_file_that_was_mangled_is_imported_or_refused() => Task.Run(() =>
    {
        var imported = 0;
        for (var seed = 0; seed < Runs.Of(200, 20_000); seed++)
        {
            try
            {
                if (Import(new Random(seed))) imported++;
            }
            catch (Exception error) when (error is not ProgressException)
            {
                Assert.Fail($"Seed {seed}: {error}");
            }
        }

        Assert.InRange(imported, 20, int.MaxValue);
    });

    private bool Import(Random random)
    {
        var file = Mangle([.. Forms[random.Next(Forms.Length)]], random);
        var options = new ImportOptions
        {
            SkipInvalid = random.Next(2) == 0, KnownRepsOnly = random.Next(4) == 0, WhatIf = random.Next(4) == 0,
            RejectPath = random.Next(2) == 0 ? test.Path("rejects") : null,
        };
        File.WriteAllBytes(test.Path("notes"), file);
        var before = options.WhatIf ? StoreText.Of(test.Store) : null;
        try
        {
            var s = CallImport.FromFile(test.Store, test.Path("notes"), options);
            Assert.Equal(s.Read, s.Imported + s.Updated + s.Duplicate + s.Secondary + s.NotACall + s.Invalid + s.Unattributed);
            Assert.Equal(s.Invalid + s.UnknownDisposition, s.Problems.Count);
            return true;
        }
        catch (ProgressException refused)
        {
            Assert.Equal(ErrorKind.InvalidData, refused.Kind);
            Assert.Contains("notes", refused.Message);
            return false;
        }
        finally
        {
            if (before is not null) Assert.Equal(before, StoreText.Of(test.Store));
            test.AssertSound();
        }
    }

    private static byte[] Mangle(List<byte> file, Random random)
    {
        for (var times = random.Next(1, 6); times > 0 && file.Count > 0; times--)
        {
            var at = random.Next(file.Count);
            var length = Math.Min(random.Next(1, 200), file.Count - at);
            switch (random.Next(6))
            {
                case 0: file[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: file[at] = (byte)random.Next(256); break;
                case 2: file.RemoveRange(at, length); break;
                case 3: file.InsertRange(random.Next(file.Count), file.GetRange(at, length)); break;
                case 4: file.InsertRange(at, Spice[random.Next(Spice.Length)]); break;
                default: if (random.Next(4) == 0) file.RemoveRange(at, file.Count - at); break;
            }
        }

        return [.. file];
    }
}
