/**
 * Whether a tree satisfies the schema for certain. Nearly all do, and this answers at a fraction of what the compiled
 * validator costs; what is wrong with the others, if anything, is the validator's to say. A test holds the two together.
 */
import type { Mapping, Scalar, Sequence, Tree } from '../../source/tree.js';
import { equalItems } from './equal-items.js';
import { plainData } from './plain.js';

type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** The keywords that the Compose schema uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly uniqueItems?: boolean;
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Deeper, the validator sees nothing. */
const DEEPEST = 99;

type Check = (tree: Tree, depth: number) => boolean;

/** Each schema becomes a function when a value is first held against it. */
export function checkerOf(root: Schema): (tree: Tree) => boolean {
  const checks = new Map<Schema, Check>();
  const checkOf = (schema: Schema): Check => {
    const known = checks.get(schema);
    if (known) return known;
    let made: Check | undefined;
    const check: Check = (tree, depth) => {
      made ??= compiled(schema, checkOf, root);
      return made(tree, depth);
    };
    checks.set(schema, check);
    return check;
  };
  const check = checkOf(root);
  return (tree) => check(tree, 0);
}

function compiled(schema: Schema, checkOf: (schema: Schema) => Check, root: Schema): Check {
  const all: Check[] = [];
  if (schema.$ref !== undefined) all.push(checkOf(definition(root, schema.$ref)));
  if (schema.type !== undefined) all.push(hasType([schema.type].flat()));
  if (schema.oneOf) all.push(isOneOf(schema.oneOf.map(checkOf)));
  const ofScalar = scalarCheck(schema);
  const ofSequence = sequenceCheck(schema, checkOf);
  const ofMapping = mappingCheck(schema, checkOf);
  return (tree, depth) => {
    if (depth > DEEPEST || !all.every((check) => check(tree, depth))) return false;
    switch (tree.kind) {
      case 'scalar':
        return ofScalar(tree);
      case 'sequence':
        return ofSequence(tree, depth);
      case 'mapping':
        return ofMapping(tree, depth);
    }
  };
}

function definition(root: Schema, reference: string): Schema {
  const found = root.$defs?.[reference.slice('#/$defs/'.length)];
  if (!found) throw new Error(`the schema has no ${reference}`);
  return found;
}

function hasType(types: readonly TypeName[]): Check {
  const allowed = new Set(types);
  return (tree) => {
    if (tree.kind === 'mapping') return allowed.has('object');
    if (tree.kind === 'sequence') return allowed.has('array');
    switch (typeof tree.value) {
      case 'string':
        return allowed.has('string');
      case 'boolean':
        return allowed.has('boolean');
      case 'object':
        return allowed.has('null');
      case 'number':
      case 'bigint':
        return allowed.has('number') || (allowed.has('integer') && Number.isInteger(Number(tree.value)));
    }
  };
}

/** JSON has no words for numbers that are not finite, wherever they stand. */
function hasFiniteNumbers(tree: Tree, depth: number): boolean {
  if (depth > DEEPEST) return false;
  switch (tree.kind) {
    case 'scalar':
      return typeof tree.value !== 'number' || Number.isFinite(tree.value);
    case 'sequence':
      return tree.items.every((item) => hasFiniteNumbers(item, depth + 1));
    case 'mapping':
      for (const { value } of tree.entries.values()) if (!hasFiniteNumbers(value, depth + 1)) return false;
      return true;
  }
}

function isOneOf(branches: readonly Check[]): Check {
  return (tree, depth) => {
    let valid = 0;
    for (const branch of branches) if (branch(tree, depth)) valid++;
    return valid === 1;
  };
}

function scalarCheck({ enum: words, pattern, minimum, maximum }: Schema): (scalar: Scalar) => boolean {
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return ({ value }) => {
    if (words && !words.some((word) => word === value)) return false;
    if (typeof value === 'string') return expression === undefined || expression.test(value);
    if (typeof value !== 'number' && typeof value !== 'bigint') return true;
    const number = Number(value);
    return Number.isFinite(number) && !(number < (minimum ?? number)) && !(number > (maximum ?? number));
  };
}

function sequenceCheck({ items, uniqueItems, enum: words }: Schema, checkOf: (schema: Schema) => Check) {
  const check = items ? checkOf(items) : hasFiniteNumbers;
  return (sequence: Sequence, depth: number): boolean => {
    if (words || !sequence.items.every((item) => check(item, depth + 1))) return false;
    if (!uniqueItems || sequence.items.length < 2) return true;
    return equalItems(sequence.items.map((item) => plainData(item).data)) === undefined;
  };
}

function mappingCheck(schema: Schema, checkOf: (schema: Schema) => Check) {
  const { additionalProperties = true, required = [], enum: words, properties = {} } = schema;
  // Of the hundred keys of a service a file has a few.
  const known = new Map<string, Check>();
  const propertyCheck = (name: string): Check | undefined => {
    const check = known.get(name);
    if (check) return check;
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const made = property && checkOf(property);
    if (made) known.set(name, made);
    return made;
  };
  const patterns = Object.entries(schema.patternProperties ?? {}).map(([pattern, value]) => ({
    expression: new RegExp(pattern, 'u'),
    check: checkOf(value),
  }));
  const additional =
    additionalProperties === true ? hasFiniteNumbers : additionalProperties ? checkOf(additionalProperties) : undefined;
  return (mapping: Mapping, depth: number): boolean => {
    if (words || !required.every((name) => mapping.entries.has(name))) return false;
    for (const { name, value } of mapping.entries.values()) {
      const property = propertyCheck(name);
      let isKnown = property !== undefined;
      if (property && !property(value, depth + 1)) return false;
      for (const { expression, check } of patterns) {
        if (!expression.test(name)) continue;
        isKnown = true;
        if (!check(value, depth + 1)) return false;
      }
      if (!isKnown && !additional?.(value, depth + 1)) return false;
    }
    return true;
  };
}
