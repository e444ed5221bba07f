namespace Progress.Reports;

/// <summary>The one style sheet of HTML reports.</summary>
internal static class ReportStyle
{
    /// <summary>Dark is for screens only, so that paper is always light.</summary>
    public static string Text { get; } = """

        :root {
          color-scheme: light dark;
          --page: #f4f5f7; --card: #fff; --line: #e3e6ea; --text: #1b2430; --quiet: #5d6876; --accent: #2456c9;
          --k0: #2f6fde; --k1: #d9780a; --k2: #0f9d74; --k3: #c93a8a; --k4: #7a53d6; --k5: #64748b;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --page: #10141a; --card: #181e26; --line: #2b333e; --text: #e6eaf0; --quiet: #9aa6b5; --accent: #86aefc;
            --k0: #6ea3fb; --k1: #f2a648; --k2: #43c79d; --k3: #ee82bd; --k4: #aa8cf5; --k5: #9aa8ba;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; padding: 2.5rem 1rem 4rem; background: var(--page); color: var(--text);
          font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
        header, main { max-width: 66rem; margin: 0 auto; }
        header { padding: 0 .25rem 1.25rem; }
        h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.015em; }
        h1::before { content: ""; display: block; width: 3rem; height: .3rem; margin-bottom: 1rem; border-radius: 1rem; background: var(--accent); }
        header p { margin: .4rem 0 0; color: var(--quiet); white-space: pre-line; }
        section { margin: 0 0 1.25rem; padding: 1.35rem 1.6rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
        h2 { margin: 0 0 .75rem; font-size: 1.2rem; line-height: 1.3; }
        p, ul { margin: 0 0 .9rem; }
        ul { padding-left: 1.3rem; }
        li { margin: .2rem 0; }
        li::marker { color: var(--accent); }
        section > :last-child, figure > :last-child { margin-bottom: 0; }
        h1, h2, p, li, th, td { unicode-bidi: isolate; }
        .scroll { margin: 0 0 1rem; overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: .9rem; overflow-wrap: normal; }
        th, td { padding: .5rem .65rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; white-space: pre-line; }
        td { max-width: 24rem; overflow-wrap: break-word; }
        th { color: var(--quiet); font-size: .8rem; font-weight: 600; line-height: 1.35; vertical-align: bottom; border-bottom-width: 2px; }
        tbody tr:last-child td { border-bottom: 0; }
        tbody tr:hover { background: color-mix(in srgb, var(--accent) 6%, transparent); }
        th:first-child, td:first-child { padding-left: .25rem; }
        td:first-child { min-width: 8rem; font-weight: 600; }
        th:last-child, td:last-child { padding-right: .25rem; }
        .num, .time { font-variant-numeric: tabular-nums; white-space: nowrap; }
        .num { text-align: right; }
        th.num, th.time { white-space: pre-line; }
        figure { margin: 0 0 1.25rem; }
        figcaption { margin-bottom: .5rem; font-size: .95rem; font-weight: 600; }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0 0 .5rem; padding: 0; list-style: none; color: var(--quiet); font-size: .85rem; }
        .legend li { margin: 0; }
        .legend span { display: inline-block; width: .75rem; height: .75rem; margin-right: .4rem; border-radius: .2rem; background: var(--k); }
        details { color: var(--quiet); font-size: .85rem; }
        summary { cursor: pointer; }
        .k0 { --k: var(--k0); } .k1 { --k: var(--k1); } .k2 { --k: var(--k2); } .k3 { --k: var(--k3); } .k4 { --k: var(--k4); } .k5 { --k: var(--k5); }
        svg { display: block; width: 100%; min-width: 36rem; height: auto; }
        svg text { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
        svg .name, svg .value { fill: var(--text); }
        svg .end { text-anchor: end; } svg .middle { text-anchor: middle; }
        svg .grid { stroke: var(--line); } svg .axis { stroke: var(--quiet); }
        svg .bar { fill: var(--k); }
        svg .course { fill: none; stroke: var(--k); stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round; }
        svg .k1.course { stroke-dasharray: 7 4; } svg .k2.course { stroke-dasharray: 2 4; } svg .k3.course { stroke-dasharray: 9 3 2 3; }
        svg .point { fill: var(--card); stroke: var(--k); stroke-width: 2; }
        @media (max-width: 40rem) { body { padding: 1.5rem .6rem 2rem; } section { padding: 1.1rem 1rem; } }
        @media print {
          @page { margin: 16mm; }
          :root { --page: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          body { padding: 0; font-size: 10pt; }
          header, main { max-width: none; }
          section { padding: 0; border: 0; }
          h2 { break-after: avoid; } figure, tr, li { break-inside: avoid; }
          .scroll { overflow: visible; }
          table { font-size: 8pt; } th { font-size: 7pt; }
          th, td { padding: .3rem .4rem; } td { overflow-wrap: anywhere; } td:first-child { min-width: 0; }
          svg { min-width: 0; }
          details { display: none; }
        }

        """.ReplaceLineEndings("\n");
}
