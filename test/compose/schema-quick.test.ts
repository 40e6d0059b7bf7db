/** The quick check of the schema: it never passes what the compiled validator refuses, and hardly ever asks it in vain. */
import fc from 'fast-check';
import { checkerOf } from '../../src/compose/schema/certainly-valid.js';
import { schema } from '../../src/compose/schema/generated/compose-schema.js';
import { schemaProblems } from '../../src/compose/schema/problems.js';
import { yaml } from '../support/trees.js';

const isCertainlyValid = checkerOf(schema);

const SERVICE = 'services:\n  web:\n    image: nginx\n';

const TEXTS: Readonly<Record<string, string>> = {
  'the least there is': 'services: {}\n',
  'short forms': `${SERVICE}    ports: ["80:80", 81]\n    environment: [A=b, C]\n    build: .\n    command: x\n`,
  'long forms': `${SERVICE}    ports: [{ target: 80, published: "80" }]\n    environment: { A: b, C: 1, D: null, E: 1.5 }\n`,
  'a reference with properties': `${SERVICE}    depends_on: { db: { condition: service_started } }\n`,
  'what the schema knows nothing of': `${SERVICE}    x-any: { deep: [1, { a: b }] }\nx-more: [1, 2]\n`,
  'a number that JSON has no words for': `${SERVICE}    x-any: { deep: [.nan] }\n`,
  'the same, where the schema looks': `${SERVICE}    cpus: .inf\n`,
  'a wrong type': `${SERVICE}    hostname: 5\n`,
  'an unknown key': `${SERVICE}    zebra: 5\n`,
  'a key that every object has': `${SERVICE}    constructor: 5\n    __proto__: 5\n`,
  'a missing property': `${SERVICE}    depends_on: { db: { restart: true } }\n`,
  'two equal items': `${SERVICE}    cap_add: [A, B, "A"]\n`,
  'two equal mappings': `${SERVICE}    ports: [{ target: 80 }, { target: 80 }]\n`,
  'a word that is none of the list': `${SERVICE}    cgroup: other\n`,
  'a number out of range': `${SERVICE}    oom_score_adj: 2000\n`,
  'a large integer': `${SERVICE}    mem_limit: 99999999999999999999\n    shm_size: 18446744073709551615\n`,
  'an integer written as a float': `${SERVICE}    oom_score_adj: 2.0\n`,
  'a date': `${SERVICE}    hostname: 2001-12-14\n`,
  'no branch of several': `${SERVICE}    build: [a]\n`,
  'a pattern that does not match': `${SERVICE}    pull_policy: now\n`,
};

test.each(Object.entries(TEXTS))('%s', (_, text) => {
  const tree = yaml(text);
  expect(isCertainlyValid(tree)).toBe(schemaProblems(tree).length === 0);
});

const VALUES = [
  'a',
  '1',
  '1.5',
  'true',
  '~',
  '[]',
  '{}',
  '[a, a]',
  '[1, b]',
  '{ a: b }',
  '{ target: 80 }',
  '[{ target: 80 }]',
];
const KEYS = [
  ...Object.keys(schema.$defs?.service?.properties ?? {}),
  ...Object.keys(schema.$defs?.network?.properties ?? {}),
  ...['constructor', 'x-a', 'a b', 'condition', 'required'],
];
const value: fc.Arbitrary<string> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...VALUES),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 3, selector: ([key]) => key })
      .map((entries) => `{ ${entries.map(([key, inner]) => `"${key}": ${inner}`).join(', ')} }`),
  ),
})).value as fc.Arbitrary<string>;

test('both say the same of anything', () => {
  const section = fc.constantFrom('services', 'networks', 'volumes', 'secrets', 'configs', 'include', 'name', 'zebra');
  fc.assert(
    fc.property(section, fc.constantFrom(...KEYS), value, (name, key, inner) => {
      const tree = yaml(`${name}: { one: { "${key}": ${inner} } }\n`);
      expect(isCertainlyValid(tree)).toBe(schemaProblems(tree).length === 0);
    }),
    { numRuns: 2000 },
  );
});
