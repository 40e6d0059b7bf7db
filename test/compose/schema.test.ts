/** The schema check's own duties: the exact place, one problem per mistake, hints, and calm in the face of hostile input. */
import fc from 'fast-check';
import { interpolateTree } from '../../src/compose/interpolate.js';
import { validateSchema } from '../../src/compose/schema/validate.js';
import { textOf } from '../../src/source/text.js';
import { mapping, scalar, type Tree } from '../../src/source/tree.js';
import { mappingOf, yaml } from '../support/trees.js';

/** Message, text of the place, path, hint. */
type Row = readonly [message: string, place: string, path: string, hint?: string];

function rows(text: string): readonly Row[] {
  return validateSchema(yaml(text)).map(({ message, at, path, hint }): Row => {
    const row = [message, textOf(at), path.join('.')] as const;
    return hint === undefined ? row : [...row, hint];
  });
}

const SERVICE = 'services:\n  web:\n    image: nginx\n';

const PLACES: readonly (readonly [what: string, text: string, expected: Row])[] = [
  [
    'at a value of the wrong type',
    `${SERVICE}    hostname: 5\n`,
    ['services.web.hostname must be a string', '5', 'services.web.hostname'],
  ],
  [
    'at an unknown key',
    `${SERVICE}    zebra: 5\n`,
    ["services.web additional properties 'zebra' not allowed", 'zebra', 'services.web.zebra'],
  ],
  ['at an unknown key of the file', 'zebra: {}\n', [" additional properties 'zebra' not allowed", 'zebra', 'zebra']],
  [
    'at the key of a mapping that lacks something',
    `${SERVICE}    depends_on:\n      db: { restart: true }\n`,
    ["services.web.depends_on.db missing property 'condition'", 'db', 'services.web.depends_on.db'],
  ],
  [
    'at a list item that lacks something',
    `${SERVICE}    develop:\n      watch: [{ target: /src }]\n`,
    [
      "services.web.develop.watch.0 missing properties 'path', 'action'",
      '{ target: /src }',
      'services.web.develop.watch.0',
    ],
  ],
  [
    'at the second of two equal items',
    `${SERVICE}    cap_add: [A, B, "A"]\n`,
    ['services.web.cap_add items at 0 and 2 are equal', '"A"', 'services.web.cap_add'],
  ],
  [
    'at the key of a value that was left out',
    'services:\n  web:\n',
    ['services.web must be a mapping', 'web', 'services.web'],
  ],
  [
    'at a name the schema does not allow',
    'services:\n  "a b": { image: x }\n',
    ["services additional properties 'a b' not allowed", '"a b"', 'services.a b'],
  ],
  [
    'at a number out of range',
    `${SERVICE}    volumes: [{ type: tmpfs, target: /t, tmpfs: { size: -1 } }]\n`,
    ['services.web.volumes.0.tmpfs.size must be greater than or equal to 0', '-1', 'services.web.volumes.0.tmpfs.size'],
  ],
  [
    'at a number JSON cannot say',
    `${SERVICE}    cpus: -.inf\n`,
    ['json: unsupported value: -Inf', '-.inf', 'services.web.cpus'],
  ],
];

test.each(PLACES)('a problem lies %s', (_what, text, expected) => {
  expect(rows(text)).toEqual([expected]);
});

describe('of a value that may take several forms', () => {
  test.each<readonly [text: string, ...expected: readonly Row[]]>([
    // One complaint about each mistake, none about the forms that were not meant.
    [
      'ports: [{ target: 80, hots_ip: "" }]',
      [
        "services.web.ports.0 additional properties 'hots_ip' not allowed",
        'hots_ip',
        'services.web.ports.0.hots_ip',
        "did you mean 'host_ip'?",
      ],
    ],
    [
      'build: { context: 1, target: [] }',
      ['services.web.build.context must be a string', '1', 'services.web.build.context'],
      ['services.web.build.target must be a string', '[]', 'services.web.build.target'],
    ],
    // Compose complains about the first form even where another was meant.
    [
      'ports: [true]',
      ['services.web.ports.0 must be a number', 'true', 'services.web.ports.0', 'must be a mapping, number or string'],
    ],
    [
      'volumes: [{ target: /data }]',
      [
        'services.web.volumes.0 must be a string',
        '{ target: /data }',
        'services.web.volumes.0',
        "missing property 'type'",
      ],
    ],
    [
      'oom_score_adj: 2000',
      [
        'services.web.oom_score_adj must be a string',
        '2000',
        'services.web.oom_score_adj',
        'must be less than or equal to 1000',
      ],
    ],
    ['gpus: 1', ['services.web.gpus must be a string', '1', 'services.web.gpus', 'must be a array or string']],
  ])('%s', (text, ...expected) => {
    expect(rows(`${SERVICE}    ${text}\n`)).toEqual(expected);
  });
});

describe('the list', () => {
  test('begins with the most specific problem and names all unknown keys of a mapping there', () => {
    expect(rows(`zebra: 1\n${SERVICE}    imgae: x\n    Comand: y\n    environment: 5\n`)).toEqual([
      ['services.web.environment must be a mapping', '5', 'services.web.environment', 'must be a array or mapping'],
      ["services.web additional properties 'imgae', 'Comand' not allowed", 'imgae', 'services.web.imgae'],
      [
        "services.web additional properties 'Comand' not allowed",
        'Comand',
        'services.web.Comand',
        "did you mean 'command'?",
      ],
      [" additional properties 'zebra' not allowed", 'zebra', 'zebra'],
    ]);
  });

  test('is empty for extensions, and for services whose names look like them', () => {
    expect(rows('x-a: [{}]\nservices:\n  x-b: { image: x, x-c: 1 }\n')).toEqual([]);
  });
});

test('a value that hangs on a variable that is not set may be a right one', () => {
  const text = `${SERVICE}    cgroup: "${'${CGROUP}'}"
    depends_on: { db: { condition: "${'${READY}'}", required: "${'${NEEDED}'}" } }
    networks: { net: { priority: "${'${PRIORITY}'}" } }
`;
  const { tree } = interpolateTree(yaml(text), () => undefined, 'analysis');
  // Compose makes no numbers of texts there, whatever the variable.
  expect(validateSchema(tree).map(({ message }) => message)).toEqual([
    'services.web.networks.net.priority must be a number',
  ]);
});

test('a message quotes no value, unless its key can hold no secret', () => {
  const messages = rows(`${SERVICE}    container_name: "!"\n    pull_policy: hunter2\n    cgroup: hunter2\n`).map(
    ([message]) => message,
  );
  expect(messages).toEqual([
    "services.web.cgroup value must be one of 'host', 'private'",
    "services.web.container_name '!' does not match pattern '[a-zA-Z0-9][a-zA-Z0-9_.-]+'",
    expect.stringMatching(/^services.web.pull_policy 'hunter2' does not match pattern /),
  ]);
});

describe('hostile input', () => {
  test('makes no arbitrary tree throw', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom('services', 'volumes', 'networks'),
        (value, section) => {
          validateSchema(mappingOf(value));
          validateSchema(mappingOf({ [section]: { name: value } }));
        },
      ),
    );
  });

  test('gains nothing from the names of object properties', () => {
    const tree = yaml('__proto__: { image: x }\nconstructor: 1\nservices: { __proto__: { image: 5 } }\n');
    expect(validateSchema(tree).map(({ path }) => path.join('.'))).toEqual([
      'services.__proto__.image',
      '__proto__',
      'constructor',
    ]);
  });

  const many = (name: string) =>
    Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`${name}${index}`, []]));

  test.each([
    ['equal items', { services: { web: { ports: [...Object.keys(many('')), '7'] } } }],
    ['unknown keys', { services: { web: many('imag') } }],
    ['errors in one mapping', { services: { web: { labels: many('l') } } }],
    ['errors under a huge key', { services: { ['k'.repeat(500_000)]: { labels: many('l') } } }],
  ])('is checked in time linear in its size: %s', (_what, data) => {
    expect(validateSchema(mappingOf(data)).length).toBeGreaterThan(0);
  });

  test('is not followed into depths where the schema has nothing to say', () => {
    let tree: Tree = scalar(1, mappingOf({}).at);
    for (let depth = 0; depth < 50_000; depth++) tree = mapping([{ name: 'x', at: tree.at, value: tree }], tree.at);
    expect(validateSchema(mapping([{ name: 'x-deep', at: tree.at, value: tree }], tree.at))).toEqual([]);
  });
});
