import fc from 'fast-check';
import { markdown } from '../../src/report/markdown.js';
import { expectCase } from '../support/golden.js';
import { hostileReport } from '../support/hostile.js';
import { findingOf, locationOf, reportOf, SHOP_REPORT } from '../support/report.js';

const MERMAID = 'flowchart LR\n  n0["proxy"] --> n1["db"]';
const DIAGRAMS = [{ project: 'shop', mermaid: MERMAID }];

test('a whole summary', () => {
  expectCase(
    'report/markdown.md',
    markdown(SHOP_REPORT, { diagrams: DIAGRAMS, sourceUri: 'https://host.example/blob/c0ffee/' }),
  );
});

test('nothing found', () => {
  expect(markdown(reportOf({}), {})).toBe('## bulkhead: no findings\n\n1 project, 4 services, 1 file analyzed\n');
});

test('no string breaks out of its cell, or becomes a tag or a link', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const text = markdown(report, {});
      const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| --- '));
      expect(rows).toHaveLength(report.findings.length === 0 ? 0 : report.findings.length + 1);
      for (const row of rows) expect(row.match(/\|/g)).toHaveLength(4);
      expect(text.replace(/<br>|<\/?code>/g, '')).not.toMatch(/[<>]/);
      expect(text).not.toMatch(/\]\(|:\/\/|www\./);
      expect(text.replace(/^## .*|^### .*|&#\d+;/gm, '')).not.toMatch(/#/);
    }),
  );
});

test('a diagram cannot end its own fence', () => {
  const text = markdown(reportOf({}), {
    diagrams: [{ project: 'shop', mermaid: 'flowchart LR\n  n0["```"]\n````\n<script>' }],
  });
  expect(text).toContain('`````mermaid\nflowchart LR\n  n0["```"]\n````\n<script>\n`````\n');
});

describe('the limit of 1 MiB', () => {
  const location = locationOf({ source: { path: `${'é'.repeat(4_000)}.yaml`, text: 'a' }, start: 0, end: 1 }, '');
  const finding = findingOf({ message: '|'.repeat(9_000), advice: '<'.repeat(9_000), locations: [location] });
  const gaps = Array.from({ length: 5_000 }, () => ({ reason: '|'.repeat(9_000), file: '|'.repeat(9_000) }));

  test('5,000 hostile findings and gaps stay within it', () => {
    const text = markdown(reportOf({ findings: Array(5_000).fill(finding), gaps, notes: gaps }), {
      diagrams: DIAGRAMS,
    });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toMatch(/^4,\d{3} more findings did not fit here\.$/m);
    expect(text).toContain('### Network\n\n1 more project not drawn here.\n');
    expect(text).toContain('- and 4980 more');
  });

  test('5,000 ordinary findings are all there, with the diagram', () => {
    const text = markdown(reportOf({ findings: Array(5_000).fill(SHOP_REPORT.findings[3]) }), { diagrams: DIAGRAMS });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toContain('```mermaid\n');
  });

  test('a diagram that does not fit leaves its room to the next', () => {
    const text = markdown(SHOP_REPORT, {
      diagrams: [{ project: 'shop', mermaid: 'x'.repeat(2_000_000) }, ...DIAGRAMS],
    });
    expect(text).not.toContain('xxx');
    expect(text).toContain(MERMAID);
  });
});
