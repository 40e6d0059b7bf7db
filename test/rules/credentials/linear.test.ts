/** Every scanner gets a megabyte of what is worst for it. A quadratic one would need hours, a linear one is done in well under a second. */
import {
  assignmentsIn,
  CONFIGURATION_SYNTAX,
  connectionStringSyntax,
} from '../../../src/rules/credentials/assignments';
import { commandSpans, statementSpans } from '../../../src/rules/credentials/commands';
import { writtenVariables } from '../../../src/rules/credentials/env-files';
import { flattenTemplate } from '../../../src/rules/credentials/flatten';
import { classifyKey } from '../../../src/rules/credentials/keys';
import { pieceOfSource } from '../../../src/rules/credentials/piece';
import { natureOf } from '../../../src/rules/credentials/placeholders';
import { readSite } from '../../../src/rules/credentials/read';
import { shellWords } from '../../../src/rules/credentials/shell';
import type { Site } from '../../../src/rules/credentials/sites';
import { withoutOverlaps } from '../../../src/rules/credentials/span';
import { tokenSpans } from '../../../src/rules/credentials/tokens';
import { urlSpans } from '../../../src/rules/credentials/urls';

const MEGABYTE = 1_000_000;

function read(text: string, reading: Site['reading']): unknown {
  const source = { path: 'x', text };
  const pieces = [pieceOfSource(source, 0, text.length, true)];
  const keyAt = { source, start: 0, end: 0 };
  return readSite({ service: '', place: '', key: 'X_PASSWORD_LIST', keyAt, reading, pieces, siblings: new Set() });
}

/** Repeated to a megabyte each. */
const SCANNERS: readonly (readonly [name: string, scan: (text: string) => unknown, pieces: readonly string[]])[] = [
  [
    'urlSpans',
    urlSpans,
    ['a', ':', '@', '://', 'a://b:c@', 'a://b:', 'a://b:c/@', 'a://b?token=&', 'u:p@h:1,', 'jdbc:oracle:thin:'],
  ],
  [
    'tokenSpans',
    tokenSpans,
    ['eyJ', 'eyJa.eyJa.', '-----BEGIN ', '-----BEGIN PRIVATE KEY-----', '$2a$', 'ghp_', 'sk-', 'SG.'],
  ],
  [
    'connection strings',
    (text) => [...assignmentsIn(text, connectionStringSyntax(text))],
    ['=', 'a=', 'a = ', 'a;', '"', '="\\'],
  ],
  [
    'configuration',
    (text) => [...assignmentsIn(text, CONFIGURATION_SYNTAX)],
    [':', 'a:', 'a: b\n', '":"', "['a'] = '", ' ]'],
  ],
  [
    'commandSpans',
    (text) => commandSpans([text]),
    ['a ', '--password ', 'docker ', 'docker login -p ', 'mc alias set ', 'sh -c "', 'a: b ', ';'],
  ],
  ['statementSpans', statementSpans, ['password ', "password '", 'identified by ', 'pwd: "', 'pwd: " "']],
  ['shellWords', shellWords, ['a', 'a ', '"', "'", '\\', '#', '\n', '$(']],
  ['flattenTemplate', flattenTemplate, ['$', `\${`, `\${a:-`, `\${a:?`, `\${a}`, '}', 'a']],
  ['natureOf', (text) => natureOf(text, 'password'), ['a', '/', 'x', '<', '%', '$', '{', 'a.', 'change ', '://']],
  ['classifyKey', (text) => classifyKey(text), ['passpw', 'a_', 'A', 'aB', '1']],
  [
    'settings',
    (text) => read(text, 'setting'),
    ['a', ' -', 'a=b;', '[":', ':"', '\n', 'a: b #\n', `a:${' '.repeat(999)}`],
  ],
  [
    'contents',
    (text) => read(text, 'content'),
    ['password: a ', `password: a${' '.repeat(999)}b`, 'requirepass ', '\t', 'a: "'],
  ],
  [
    'writtenVariables',
    (text) => writtenVariables({ path: 'x', text }),
    ['a', 'a=', 'a="', 'a=b #', '\n', '#', 'a="b\n', ' '],
  ],
];

describe.each(SCANNERS)('%s is linear', (_name, scan, pieces) => {
  test.each(pieces)('over a megabyte of %j', (piece) => {
    const text = piece.repeat(Math.floor(MEGABYTE / piece.length));
    expect(() => scan(text)).not.toThrow();
  });
});

test('overlaps are sorted out in n log n', () => {
  const spans = Array.from({ length: 300_000 }, (_, index) => ({
    start: index,
    end: index + 10,
    form: 'value' as const,
    what: '',
    class: 'password' as const,
  }));
  expect(withoutOverlaps(spans).length).toBeGreaterThan(0);
});
