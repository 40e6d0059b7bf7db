/** Reports whose every string tries to be something else than text. */
import fc from 'fast-check';
import type { Finding, Gap, Location, Report, Suppressed } from '../../src/analysis/report.js';
import { locationOf, RULES, reportOf } from './report.js';

export const ATTACKS: readonly string[] = [
  '::error::injected',
  '::stop-commands::x',
  '##[error]injected',
  '##[',
  '%0A::error::injected',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  ':',
  '::',
  ',',
  '|',
  '\\',
  '\\|',
  '`',
  '```\n',
  '# heading',
  '- item',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  ']]>',
  '&amp;',
  '&#10;',
  '"',
  "'",
  '[a](https://host.example)',
  '](1)',
  'https://host.example/',
  'www.host.example',
  '@someone',
  '$x$',
  '{0}',
  '\u001b[31m',
  '\u001b]8;;https://host.example\u0007',
  '\u009b31m',
  '\u0000',
  '\u202e',
  '\u2066',
  '\u2028',
  '\u200b',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '漢字',
  '👩‍👩‍👧',
  'é',
  ':1:2: error: injected [rule]',
  ' [rule]',
  'critical[rule] injected',
  'C:\\a:3:5',
  'C:/a',
  '/',
  '..',
  '__proto__',
];

export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...ATTACKS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

const hostileName = hostileText.map((text) => `x${text}`);
const fileName = fc.oneof(
  fc.constant('compose.yaml'),
  hostileName,
  hostileText.filter((text) => text !== ''),
);

const location: fc.Arbitrary<Location> = fc
  .tuple(fileName, hostileText, fc.array(hostileText, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat())
  .map(([path, label, lines, from, to]) => {
    const text = lines.join('\n');
    const offsets = [from % (text.length + 1), to % (text.length + 1)];
    return locationOf({ source: { path, text }, start: Math.min(...offsets), end: Math.max(...offsets) }, label);
  });

const finding: fc.Arbitrary<Finding> = fc
  .record({
    ruleId: fc.constantFrom(...RULES.map(({ id }) => id)),
    severity: fc.constantFrom('critical', 'high', 'medium', 'low'),
    confidence: fc.constantFrom('high', 'medium', 'low'),
    persona: fc.constantFrom('regular', 'pedantic'),
    message: hostileText,
    advice: hostileText,
    project: fc.oneof(fc.constant('shop'), hostileName),
    services: fc.array(hostileName, { maxLength: 3 }),
    evidence: fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
    fingerprint: fc.constantFrom('0f', '1e', '2d'),
    locations: fc
      .tuple(location, fc.array(location, { maxLength: 4 }))
      .map(([first, rest]): Finding['locations'] => [first, ...rest]),
    fix: fc.option(fc.record({ title: hostileText, safe: fc.boolean() }), { nil: undefined }),
  })
  .map(({ fix, ...rest }) => ({ ...rest, ...(fix && { fix: { ...fix, edits: [] } }) }));

const suppressed: fc.Arbitrary<Suppressed> = fc
  .tuple(finding, fc.constantFrom('comment', 'config', 'baseline'), hostileText)
  .map(([base, kind, reason]) => ({ ...base, suppression: { kind, reason } }));

const gap: fc.Arbitrary<Gap> = fc
  .tuple(hostileText, fileName, fc.option(fc.integer({ min: 1, max: 99 })), fc.option(fc.integer({ min: 1, max: 99 })))
  .map(([reason, file, startLine, startColumn]) => ({
    reason,
    file,
    ...(startLine !== null && { startLine, ...(startColumn !== null && { startColumn }) }),
  }));

const SEVERITIES: readonly string[] = ['critical', 'high', 'medium', 'low'];

export const hostileReport: fc.Arbitrary<Report> = fc
  .tuple(
    fc.array(finding, { maxLength: 6 }),
    fc.array(suppressed, { maxLength: 2 }),
    fc.array(gap, { maxLength: 2 }),
    fc.array(gap, { maxLength: 2 }),
    hostileName,
  )
  .map(([findings, suppressedFindings, gaps, notes, file]) =>
    reportOf({
      projects: [{ name: 'shop', files: [file], services: 3 }],
      findings: [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
      suppressed: suppressedFindings,
      gaps,
      notes,
    }),
  );
