/** Scalars as people and machines write them: ordinary ones mostly, so that a project of many still loads. */
import fc from 'fast-check';
import type { Collection, Node } from './yaml-text.js';

export type Texts = fc.Arbitrary<string>;
export type Nodes = fc.Arbitrary<Node>;

/** `mostly` the first, the second once in about `rarity` times. */
export function mostly<Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>, rarity = 40): fc.Arbitrary<Value> {
  return fc.oneof({ weight: rarity - 1, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

export const of = (...texts: readonly string[]): Texts => fc.constantFrom(...texts);

/** What YAML libraries disagree about. */
const ODD = of(
  ...['0o17', '010', '017', '08', '0x1F', '0b11', '1_000', '1e3', '1.0', '3.10', '.5', '5.', '1e6', '1000000.0', '-0'],
  ...['-0.0', '+1', '-1', '+.5', '0.00001', '123456789012345678901', '18446744073709551615', '9223372036854775808'],
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'Yes', 'TRUE', 'True', 'tRue', 'False', '~', 'null', 'Null', 'NULL', ''],
  ...['12:30', '12:30:45', '22:22', '1:2', '2001-12-14', '2001-1-1', '2001-12-14 10:00:00', '2001-12-14T10:00:00Z'],
  ...['2001-12-14T10:00:00.5+02:00', '2001-13-40', '0x', '0o8', '1__0', '_1', '1_', '0_7'],
  ...["'1'", '"1"', "'yes'", '"null"', "''", '""', "'it''s'", '"a\\tb"', '"\\x41"', '"\\u00e9"', '"a\\\n  b"'],
  ...['!!str 1', '!!int "3"', '!!float 1', '!!bool "true"', '!!null ""', '!foo x', '! 1', '!!str', '!!binary aGk='],
  ...[
    '|\na\nb',
    '>\na\nb',
    '|-\nx',
    '>-\nx\n\ny',
    '|+\nx\n',
    '|2\n  x',
    'a\nb',
    '"a\n\nb"',
    'é',
    '<<',
    '=',
    'a #b',
    'a#b',
    '!',
  ],
);
/** What may be no scalar at all. */
const SYNTAX = of(
  '.inf',
  '-.Inf',
  '.nan',
  '-',
  '- a',
  'a: b',
  '@a',
  '`a`',
  '%a',
  '&a',
  '*a',
  '?',
  '? a',
  '[a',
  '{a',
  '"a',
  "'a",
  '"\\/"',
  '"\\0"',
  '|',
  ',',
  ']',
  '\t',
);

/** Every form of interpolation; the variables are those of `environment.ts`. */
const INTERPOLATED = of(
  ...['$A', '${A}', '${U:-d}', '${U-d}', '${EMPTY:-d}', '${EMPTY-d}', '${A:+r}', '${A+r}', '${U:+r}', '${EMPTY:+r}'],
  ...['${EMPTY+r}', '${A:?m}', '${A?m}', '${EMPTY?m}', 'x${A}y${N}', '$$', '$$A', '$${A}', '$$$A', 'a$$', '${U}', '$U'],
  ...['${U:-${A}}', '${U:-${V:-x}}', '${U:-a b}', '${U-}', '${U:-}', '${A:-${U:?never}}', '${a}', '$A-$N', '$A.b'],
  ...[
    '${U:-{"k":1}}',
    '${U:-a}b}',
    '${U:-$$A}',
    '${DOLLAR}',
    '${U:+${V?never}}',
    '${A:+${N}}',
    '${U:-a:-b}',
    '${U-?x}',
  ],
  ...["'${A}'", '"${A}"', '"$$"', "'$A'", '$1', '$ ', '$(A)', 'a $', '${N}', '${QUOTED}', '${MULTI}', '${ENV_ONLY}'],
);
const BROKEN = of(
  '${',
  '${}',
  '${ A}',
  '${A }',
  '${1}',
  '${A:}',
  '${A:=b}',
  '${A/b/c}',
  '${A.b}',
  '${U:?}',
  '${U?no}',
  '"${U:-a\\nb}"',
);

export const odd: Texts = fc.oneof(
  { weight: 12, arbitrary: ODD },
  { weight: 12, arbitrary: INTERPOLATED },
  { weight: 1, arbitrary: fc.oneof(BROKEN, SYNTAX) },
);

/** `usual`, or rarely one that is `wrong` here, or a scalar of any kind. */
export function or(usual: Texts, wrong: Texts = odd, usuals = 300): Texts {
  return fc.oneof({ weight: usuals, arbitrary: usual }, { weight: 1, arbitrary: wrong }, { weight: 1, arbitrary: odd });
}

export const anyText: Texts = fc.oneof(
  {
    weight: 6,
    arbitrary: of('alpha', 'x', 'hello world', '"quoted text"', "'single'", 'a-b_c', '/a/b', 'a=b', 'http://db:5432/x'),
  },
  { weight: 3, arbitrary: INTERPOLATED },
  { weight: 2, arbitrary: ODD },
);

export const boolean: Texts = or(
  of('true', 'false', 'true', 'false', '"true"', 'yes', 'no', 'on', 'off', '${YES}', 'True'),
  of('y', 'N', 'ON', '1', '""'),
);
export const integer: Texts = or(of('0', '1', '2', '3', '10', '"2"', '${N}', '1000'), of('-1', '1.5', '1e3', '0x10'));
export const float: Texts = or(of('0.5', '1', '1.5', '2.0', '"0.25"', '${N}', '.5', '3.10'), of('-1', '1e3', 'x'));
export const duration: Texts = or(
  of('30s', '1m30s', '5s', '500ms', '1h', '"10s"', '1.5h', '0s', '1h2m3s', '${U:-15s}', '1us'),
  of('2d', '1w', '0', '10', '1m 30s', '1h 2', '-1s', '.5s', '1.s', '""', '"5"', '1ms2us', '1000000h'),
);
export const size: Texts = or(
  of(
    '64m',
    '1g',
    '1gb',
    '512',
    '1024k',
    '"128M"',
    '1.5g',
    '1_000',
    '0',
    '${SIZE}',
    '64MiB',
    '2 gb',
    '100b',
    '1kb',
    '1t',
  ),
  of('-1', '1.5', 'x', '""', '1e3', '1gib', '1.5.5m', '64 m b', '0.5'),
);

export const list = (item: Nodes, max = 3): Nodes =>
  fc.record({
    items: mostly(
      fc.uniqueArray(item, { selector: (node) => JSON.stringify(node), maxLength: max, size: 'max' }),
      fc.array(item, { maxLength: max, size: 'max' }),
    ),
    flow: fc.boolean(),
  });

/** With some of the keys. */
export const some = (
  fields: Readonly<Record<string, Nodes>>,
  required: readonly string[] = [],
): fc.Arbitrary<Collection> => {
  const entries = Object.entries(fields).map(([key, value]) => {
    const present = value.map((node) => [key, node] as const);
    return required.includes(key)
      ? present.map((entry) => [entry])
      : fc.oneof(
          present.map((entry) => [entry]),
          fc.constant([]),
        );
  });
  return fc.record({ entries: fc.tuple(...entries).map((found) => found.flat()), flow: fc.boolean() });
};

/** With some of the names, all with values of one kind. */
export const named = (names: Texts, value: Nodes, max = 3): fc.Arbitrary<Collection> =>
  fc.record({
    entries: fc.uniqueArray(fc.tuple(names, value), { selector: ([name]) => name, maxLength: max, size: 'max' }),
    flow: fc.boolean(),
  });

/** `KEY=value` items, or a mapping. */
export const assignments = (keys: Texts, separator = '='): Nodes =>
  fc.oneof(
    named(keys, fc.oneof({ weight: 6, arbitrary: anyText }, { weight: 1, arbitrary: of('', '1', 'true', '1.5') }), 4),
    list(
      fc.oneof(
        {
          weight: 5,
          arbitrary: fc
            .tuple(keys, of('1', 'x y', '', '$A', '${U:-d}', 'a=b', '"q"', '#c'))
            .map(([key, value]) => `${key}${separator}${value}`),
        },
        { weight: 1, arbitrary: keys },
        {
          weight: 1,
          arbitrary: fc.tuple(keys, of('a: b', 'x y')).map(([key, value]) => `"${key}${separator}${value}"`),
        },
      ),
      4,
    ),
  );
