/** The schema as a file: what editors get, and what the validator's messages rely on. */
import { Ajv2020 } from 'ajv/dist/2020';
import schema from '../../schemas/compose.schema.json';

type Schema = { readonly [keyword: string]: unknown };

const ANNOTATIONS = ['$schema', 'title', 'description', 'deprecated', 'default', '$defs'];
/** Those that the wording of messages knows, and those that have no errors of their own. */
const KEYWORDS = [
  'type',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'uniqueItems',
  'required',
  'additionalProperties',
  'oneOf',
];
const APPLICATORS = ['$ref', 'properties', 'patternProperties', 'items'];

function* schemas(of: Schema): Generator<Schema> {
  yield of;
  for (const keyword of ['properties', 'patternProperties', '$defs']) {
    for (const inner of Object.values((of[keyword] ?? {}) as Record<string, Schema>)) yield* schemas(inner);
  }
  for (const inner of (of.oneOf ?? []) as Schema[]) yield* schemas(inner);
  if (of.items) yield* schemas(of.items as Schema);
}

const all = [...schemas(schema)];

test('is a strict schema of draft 2020-12', () => {
  expect(() => new Ajv2020({ strict: true, strictTypes: false }).compile(schema)).not.toThrow();
});

test('uses no keyword that the messages have no words for', () => {
  expect(new Set(all.flatMap((inner) => Object.keys(inner)))).toEqual(
    new Set([...ANNOTATIONS, ...KEYWORDS, ...APPLICATORS]),
  );
});

test('uses every definition', () => {
  const used = new Set(all.flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref.replace('#/$defs/', '')] : [])));
  expect(used).toEqual(new Set(Object.keys(schema.$defs)));
});

test('tells the forms of a value apart by type', () => {
  const typesOf = (branch: Schema): readonly string[] => {
    const target =
      typeof branch.$ref === 'string' ? all.find((inner) => inner === definition(String(branch.$ref))) : branch;
    return [target?.type ?? []].flat() as string[];
  };
  const definition = (ref: string) => (schema.$defs as Record<string, Schema>)[ref.replace('#/$defs/', '')];
  for (const { oneOf } of all) {
    const types = ((oneOf ?? []) as Schema[]).flatMap(typesOf);
    expect(types).toEqual([...new Set(types)]);
  }
});

test('describes every property in a line', () => {
  const properties = all.flatMap(({ properties = {} }) => Object.entries(properties as Record<string, Schema>));
  const unclear = properties.filter(([, { $ref, description }]) => !$ref && !/^.{8,120}$/.test(String(description)));
  expect(unclear.map(([name]) => name)).toEqual([]);
});
