/** Projects of several files: overrides, includes, files to extend from, variables, tags, anchors and merge keys. */
import fc from 'fast-check';
import { ATTRIBUTES, FREQUENT, KEYS, REFERRING, ENVIRONMENT as VARIABLES } from './attributes.js';
import { dotenv, envFile } from './environment.js';
import { anyText, mostly, type Nodes, named, of } from './scalars.js';
import { SECTIONS } from './sections.js';
import { type Collection, documentText, type Node } from './yaml-text.js';

export interface RandomProject {
  /** By their paths, seen from where the command runs. */
  readonly files: Readonly<Record<string, string>>;
  /** What the command line says before `config`. */
  readonly args: readonly string[];
}

type Entry = readonly [key: string, value: Node];

const REFERENCES: readonly Entry[] = [
  ['<<', '*common'],
  ['<<', { items: ['*common', '*other'], flow: true }],
  ['environment', '*env'],
  ['labels', '*env'],
  [
    'environment',
    {
      entries: [
        ['<<', '*env'],
        ['A', 'own'],
      ],
    },
  ],
];
const SHARED_VALUES = {
  common: attributes(3, false),
  other: attributes(2, false),
  env: mostly(named(KEYS, anyText, 4), VARIABLES),
};

/** `referring`: with what names other services. */
function attributes(most: number, referring: boolean): fc.Arbitrary<Collection> {
  const names = Object.keys(ATTRIBUTES).filter((name) => referring || !REFERRING.includes(name));
  const frequent = FREQUENT.filter((name) => names.includes(name));
  const entry = fc
    .constantFrom(...names, ...frequent, ...frequent, ...frequent)
    .chain((name) => (ATTRIBUTES[name] ?? anyText).map((value): Entry => [name, value]));
  return fc
    .uniqueArray(entry, { selector: ([name]) => name, maxLength: most, size: 'max' })
    .map((entries) => ({ entries }));
}

/** A tag on some of the values, as overrides have them. */
function tagged(entries: fc.Arbitrary<Collection>): fc.Arbitrary<Collection> {
  return fc
    .tuple(entries, fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }))
    .map(([{ entries: all = [] }, dice]) => ({
      entries: all.map(([key, value], index): Entry => {
        const mark = ['!reset', '!override'][dice[index % 6] ?? 9];
        if (mark === undefined || key === 'image' || key === 'build') return [key, value];
        if (typeof value !== 'string') return [key, { ...value, mark }];
        return [key, /\n|^[!&*]/.test(value) ? value : `${mark} ${value}`];
      }),
    }));
}

interface Kind {
  readonly names: readonly string[];
  readonly most: number;
  readonly tags: boolean;
  /** All the services, and all of them say what they are made of. */
  readonly whole: boolean;
  /** What each may start from. */
  readonly extends: Readonly<Record<string, readonly Node[]>>;
}

const FROM_FILE: readonly Node[] = [
  {
    entries: [
      ['service', 'api'],
      ['file', 'base/base.yaml'],
    ],
  },
  {
    entries: [
      ['service', 'db'],
      ['file', './base/base.yaml'],
    ],
  },
  {
    entries: [
      ['service', 'web'],
      ['file', 'base/base.yaml'],
    ],
    flow: true,
  },
];
const FROM_DB: readonly Node[] = ['db', { entries: [['service', 'db']], flow: true }];
const EXTENDS = { web: [...FROM_FILE, ...FROM_DB, 'api'], api: [...FROM_FILE, ...FROM_DB], db: FROM_FILE };
const ODD_EXTENDS: readonly Node[] = [
  'web',
  'nowhere',
  {
    entries: [
      ['service', 'nowhere'],
      ['file', 'base/base.yaml'],
    ],
  },
  {
    entries: [
      ['service', 'db'],
      ['file', 'missing.yaml'],
    ],
  },
  { entries: [['file', 'base/base.yaml']] },
];

function service({ most, tags, whole, extends: bases }: Kind, name: string): fc.Arbitrary<Collection> {
  const first = name === 'web' || name === 'inner';
  const plain = mostly(attributes(most, first), attributes(most, true), 30);
  const reference = fc.constantFrom<Entry | undefined>(undefined, undefined, undefined, undefined, ...REFERENCES);
  const usual = bases[name];
  const base = usual
    ? fc.oneof(
        { weight: 80, arbitrary: fc.constant(undefined) },
        { weight: 30, arbitrary: fc.constantFrom(...usual) },
        { weight: 1, arbitrary: fc.constantFrom(...ODD_EXTENDS) },
      )
    : fc.constant(undefined);
  return fc.tuple(tags ? tagged(plain) : plain, reference, base).map(([{ entries = [] }, refers, extended]) => {
    const names = new Set(entries.map(([key]) => key));
    const all: Entry[] = [...entries];
    if (whole && !['image', 'build', 'provider'].some((key) => names.has(key))) all.unshift(['image', 'alpine']);
    if (extended !== undefined) all.push(['extends', extended]);
    if (refers && !names.has(refers[0])) all.push(refers);
    // A network of its own and another's are refused together, which would hide everything else.
    return { entries: names.has('network_mode') ? all.filter(([key]) => key !== 'networks') : all };
  });
}

function sections(present: number): fc.Arbitrary<readonly Entry[]> {
  return fc
    .tuple(
      ...Object.entries(SECTIONS).map(([section, { names, value }]) =>
        fc
          .tuple(
            fc.nat(99),
            fc.tuple(...names.map((name) => fc.tuple(fc.nat(99), value).map(([dice, node]) => ({ name, node, dice })))),
          )
          .map(([dice, members]): readonly Entry[] => {
            const kept = members.filter((member) => member.dice < 90).map(({ name, node }): Entry => [name, node]);
            return dice < present && kept.length > 0 ? [[section, { entries: kept }]] : [];
          }),
      ),
    )
    .map((found) => found.flat());
}

function document(
  kind: Kind,
  withSections: number,
  extras: fc.Arbitrary<readonly Entry[]> = fc.constant([]),
): fc.Arbitrary<string> {
  const members = kind.names.map((name) => fc.tuple(fc.constant(name), service(kind, name), fc.nat(9)));
  const services = fc
    .tuple(...members)
    .map((all) =>
      all
        .filter(([, , dice], index) => index === 0 || kind.whole || dice < 5)
        .map(([name, value]): Entry => [name, value]),
    );
  const shared = fc.record(SHARED_VALUES);
  return fc
    .tuple(services, sections(withSections), shared, extras, of('', '', '', '\r', '---', '# c'))
    .map(([members, tops, values, more, style]) => {
      const used = JSON.stringify(members);
      const anchors = Object.entries(values)
        .filter(([name]) => used.includes(`*${name}`))
        .map(([name, value]): Entry => [`x-${name}`, marked(value, `&${name}`)]);
      const text = documentText({ entries: [...anchors, ...more, ['services', { entries: members }], ...tops] });
      if (style === '\r') return text.replaceAll('\n', '\r\n');
      return style === '' ? text : `${style}\n${text}`;
    });
}

function marked(value: Node, mark: string): Node {
  return typeof value === 'string' ? `${mark} ${value}` : { ...value, mark };
}

const NAMES = ['web', 'api', 'db'];
const WHOLE: Kind = { names: NAMES, most: 5, tags: false, whole: true, extends: EXTENDS };
const OVERRIDE: Kind = { names: NAMES, most: 4, tags: true, whole: false, extends: {} };
const BASE: Kind = {
  names: NAMES,
  most: 4,
  tags: false,
  whole: true,
  extends: {
    web: [
      'db',
      {
        entries: [
          ['service', 'api'],
          ['file', 'base/other.yaml'],
        ],
      },
      {
        entries: [
          ['service', 'api'],
          ['file', './other.yaml'],
        ],
      },
    ],
  },
};
const OTHER: Kind = { ...BASE, extends: {} };
const INCLUDED: Kind = { names: ['inner', 'sidecar', 'db'], most: 4, tags: false, whole: true, extends: {} };

const include: Nodes = fc.oneof(
  of('sub/compose.yaml', './sub/compose.yaml', '${U:-sub/compose.yaml}'),
  fc.constantFrom<Node>(
    {
      entries: [
        ['path', 'sub/compose.yaml'],
        ['env_file', 'one.env'],
      ],
    },
    {
      entries: [
        ['path', 'sub/compose.yaml'],
        ['project_directory', '.'],
      ],
    },
    { entries: [['path', { items: ['sub/compose.yaml', 'sub/more.yaml'] }]] },
    {
      entries: [
        ['path', './sub/compose.yaml'],
        ['project_directory', './sub'],
        ['env_file', { items: ['./one.env', 'two.env'], flow: true }],
      ],
    },
    {
      entries: [
        ['path', 'sub/compose.yaml'],
        ['project_directory', 'elsewhere'],
        ['env_file', '.env'],
      ],
    },
  ),
);

const top: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(mostly(fc.constant(undefined), include, 4), fc.nat(79), fc.nat(9))
  .map(([included, dice, version]) => {
    const entries: Entry[] = [];
    if (included !== undefined) entries.push(['include', { items: [included] }]);
    const name = ['shop', '"my-${A}"', 'UPPER', '${U}', '"bad name"', 'x_y-1', 'Shop', '123'][dice];
    if (name !== undefined) entries.push(['name', name]);
    if (version === 0) entries.push(['version', '"3.8"']);
    return entries;
  });

const override = document(OVERRIDE, 8);
const second = mostly(
  fc.constant(''),
  document(OVERRIDE, 4).map((text) => `---\n${text.replace(/^---\n/, '')}`),
  12,
);

export const randomProject: fc.Arbitrary<RandomProject> = fc
  .record({
    main: fc.tuple(document(WHOLE, 97, top), second),
    overrides: fc.array(fc.tuple(override, mostly(fc.constant(''), second, 3)), { maxLength: 2, size: 'max' }),
    base: document(BASE, 10),
    other: document(OTHER, 10),
    included: document(INCLUDED, 90),
    more: document({ ...OVERRIDE, names: INCLUDED.names }, 4),
    env: dotenv,
    subEnv: dotenv,
    one: envFile,
    two: envFile,
    labels: envFile,
    args: fc.tuple(
      mostly(
        of(
          '',
          '',
          '--profile dev',
          '--profile *',
          '--profile dev --profile prod',
          '-p given',
          '--env-file .env --env-file two.env',
        ),
        of('--env-file one.env', '--project-directory sub', '-p Bad', '--env-file missing.env'),
        20,
      ),
      fc.boolean(),
    ),
  })
  .map(({ main, overrides, base, other, included, more, env, subEnv, one, two, labels, args: [flags, implicit] }) => {
    const names = overrides.map((_, index) =>
      implicit && overrides.length === 1 ? 'compose.override.yaml' : `over${index}.yaml`,
    );
    const files: Record<string, string> = { 'compose.yaml': main.join(''), '.env': env };
    for (const [index, name] of names.entries()) files[name] = overrides[index]?.join('') ?? '';
    const all = Object.values(files).join('');
    const optional: Readonly<Record<string, string>> = {
      'base/base.yaml': base,
      'base/other.yaml': other,
      'other.yaml': other,
      'sub/compose.yaml': included,
      'sub/more.yaml': more,
      'sub/.env': subEnv,
      'one.env': one,
      'two.env': two,
      'base/one.env': two,
      'sub/one.env': one,
      'sub/three.env': two,
      labels,
    };
    const needed = (name: string): boolean =>
      !/^(?:base|sub)\/|^other/.test(name) || all.includes(name.startsWith('sub') ? 'sub/' : 'base/base.yaml');
    for (const [name, text] of Object.entries(optional)) if (needed(name)) files[name] = text;
    const given = implicit && overrides.length < 2 ? [] : ['compose.yaml', ...names].flatMap((name) => ['-f', name]);
    return { files, args: [...given, ...flags.split(' ').filter((flag) => flag !== '')] };
  });
