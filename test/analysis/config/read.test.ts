import { matchesPatterns } from '../../../src/analysis/config/patterns';
import { readConfig } from '../../../src/analysis/config/read';
import { UserError } from '../../../src/compose/problem';
import { positionAt, type SourceText } from '../../../src/source/text';
import { effortOf } from '../../support/effort';

function source(text: string): SourceText {
  return { path: 'bulkhead.yaml', text };
}

/** `line:column message (hint)`. */
function mistake(text: string): string {
  try {
    readConfig(source(text), '/project');
  } catch (error) {
    if (!(error instanceof UserError) || !error.at) throw error;
    const { line, column } = positionAt(error.at.source, error.at.start);
    return `${line}:${column} ${error.message}${error.hint ? ` (${error.hint})` : ''}`;
  }
  return 'nothing';
}

test('everything that can be said', () => {
  const config = readConfig(
    source(`
$schema: ./node_modules/bulkhead/schemas/config.schema.json
fail-on: low
min-severity: medium
pedantic: true
baseline: ci/baseline.json
rules: { deprecated-links: off, plaintext-credentials: critical }
overrides:
  - paths: [test]
    rules: { plaintext-credentials: low }
ignores:
  - rules: [plaintext-credentials, shared-credential]
    services: [db]
    reason: 'A throw-away'
    owner: somebody
    expires: 2027-01-31
roles:
  ledger: database
  '*-proxy': edge
`),
    '/project',
  );
  expect(config).toMatchObject({
    directory: '/project',
    failOn: 'low',
    minimumSeverity: 'medium',
    pedantic: true,
    baseline: '/project/ci/baseline.json',
    levels: new Map([
      ['deprecated-links', 'off'],
      ['plaintext-credentials', 'critical'],
    ]),
    overrides: [{ levels: new Map([['plaintext-credentials', 'low']]) }],
    ignores: [
      {
        rules: [{ id: 'plaintext-credentials' }, { id: 'shared-credential' }],
        reason: { text: 'A throw-away' },
        owner: 'somebody',
        expires: '2027-01-31',
      },
    ],
    roles: [{ role: 'database' }, { role: 'edge' }],
  });
});

test.each([
  '',
  '# nothing yet\n',
  '---\n',
  '{}\n',
  'rules:\nignores:\noverrides:\nroles:\n',
  '\ufeffpedantic: false\n',
])('nothing to say: %j', (text) => {
  expect(readConfig(source(text), '/project')).toMatchObject({
    failOn: undefined,
    pedantic: false,
    levels: new Map(),
    ignores: [],
  });
});

test.each([
  ['fial-on: high\n', "1:1 unknown key 'fial-on' (Did you mean 'fail-on'?)"],
  ['x: 1\n', "1:1 unknown key 'x'"],
  ['__proto__: 1\n', "1:1 unknown key '__proto__'"],
  ['fail-on: hgih\n', "1:10 'fail-on' must be one of critical, high, medium, low, never (Did you mean 'high'?)"],
  ['fail-on: 3\n', "1:10 'fail-on' must be one of critical, high, medium, low, never"],
  ['fail-on:\n', "1:1 'fail-on' must be one of critical, high, medium, low, never"],
  ['pedantic: yes\n', "1:11 'pedantic' must be a boolean"],
  [
    'rules:\n  plaintext-credential: off\n',
    "2:3 there is no rule 'plaintext-credential' (Did you mean 'plaintext-credentials'?)",
  ],
  ['rules:\n  deprecated-links: of\n', "2:21 'deprecated-links' must be one of off, low, medium, high, critical"],
  ['rules: [deprecated-links]\n', "1:8 'rules' must be a mapping"],
  ['overrides:\n  - paths: [a]\n', "2:5 an entry of 'overrides' needs the key 'rules'"],
  [
    'overrides:\n  - rules: {deprecated-links: off}\n',
    "2:5 an override needs 'paths' or 'services' (What counts everywhere belongs under 'rules'.)",
  ],
  ['ignores:\n  - rules: [deprecated-links]\n', "2:5 an entry of 'ignores' needs the key 'reason'"],
  ['ignores:\n  - rules: [deprecated-links]\n    reasn: x\n', "3:5 unknown key 'reasn' (Did you mean 'reason'?)"],
  ["ignores:\n  - rules: [deprecated-links]\n    reason: ' '\n", "3:13 'reason' must not be empty"],
  ['ignores:\n  - rules: []\n    reason: x\n', "2:12 'rules' must not be empty"],
  [
    'ignores:\n  - rules: [deprecated-link]\n    reason: x\n',
    "2:13 there is no rule 'deprecated-link' (Did you mean 'deprecated-links'?)",
  ],
  [
    'ignores:\n  - rules: [deprecated-links]\n    reason: x\n    expires: tomorrow\n',
    "4:14 'expires' must be a date such as 2027-01-31",
  ],
  [
    'ignores:\n  - rules: [deprecated-links]\n    reason: x\n    expires: 2027-02-30\n',
    "4:14 'expires' must be a day that exists",
  ],
  ['roles:\n  db: databse\n', /^2:7 'db' must be one of edge, .* \(Did you mean 'database'\?\)$/],
  [
    'overrides:\n  - paths: [/etc]\n    rules: {}\n',
    '2:13 this pattern must be relative to the folder of the configuration',
  ],
  ['overrides:\n  - paths: [../x]\n    rules: {}\n', '2:13 this pattern leads out of the folder of the configuration'],
  ["overrides:\n  - paths: ['!']\n    rules: {}\n", '2:13 this pattern is empty'],
  ['fail-on: low\nfail-on: high\n', '2:1 this key is defined twice in one mapping'],
  ['rules: [\n', /^2:1 a bracket or brace is still open here/],
  ['- a\n', '1:1 the configuration must be a mapping'],
  ['a: 1\n---\nb: 1\n', /^2:1 more than 1 document/],
])('%j', (text, expected) => {
  expect(mistake(text)).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
});

test.each([
  ['examples', 'examples/shop/compose.yaml', true],
  ['examples/', 'examples/shop/compose.yaml', true],
  ['./examples', 'examples/shop/compose.yaml', true],
  ['examples', 'compose.yaml', false],
  ['examples', 'other/examples/compose.yaml', false],
  ['**/examples', 'other/examples/compose.yaml', true],
  ['*.yaml', 'compose.yaml', true],
  ['*.yaml', 'a/compose.yaml', false],
  ['.', 'a/compose.yaml', true],
])('the path %s and %s: %s', (pattern, file, expected) => {
  const [override] = readConfig(source(`overrides:\n  - paths: ['${pattern}']\n    rules: {}\n`), '/').overrides;
  expect(override?.scope.paths && matchesPatterns(override.scope.paths, file)).toBe(expected);
});

test.each([
  ["[db, '!db']", 'db', false],
  ["['*', '!db']", 'web', true],
  ["['!db']", 'web', true],
  ["['!db']", 'db', false],
])('the services %s and %s: %s', (patterns, service, expected) => {
  const [override] = readConfig(source(`overrides:\n  - services: ${patterns}\n    rules: {}\n`), '/').overrides;
  expect(override?.scope.services && matchesPatterns(override.scope.services, service)).toBe(expected);
});

test.each([
  ['ten thousand unknown keys', Array.from({ length: 10_000 }, (_, index) => `k${index}: 1\n`).join('')],
  ['a long key', `${'x'.repeat(1_000_000)}: 1\n`],
  ['deep nesting', `rules: ${'['.repeat(50_000)}`],
  ['more entries than anybody writes', `ignores:\n${'  - {rules: [deprecated-links], reason: x}\n'.repeat(501)}`],
  [
    'aliases of aliases',
    `a: &a [1]\n${Array.from({ length: 40 }, (_, index) => `b${index}: &b${index} [*a, *a]\n`).join('')}`,
  ],
])('hostile input is refused at once: %s', (_, text) => {
  const effort = effortOf(() => {
    expect(() => readConfig(source(text), '/')).toThrow(UserError);
  });
  expect(effort).toBeLessThan(2000);
});
