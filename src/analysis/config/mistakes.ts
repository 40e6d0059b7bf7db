/** What is wrong with a configuration: the schema's complaints in plain words, at their place, with what was probably meant. */
import { UserError } from '../../compose/problem.js';
import { nearest } from '../../source/nearest.js';
import { printable } from '../../source/printable.js';
import type { Range } from '../../source/text.js';
import { child, type Mapping, stringValue, type Tree } from '../../source/tree.js';
import type { SchemaError } from './generated/config.js';

/** The first one in the text. */
export function firstMistake(root: Mapping, errors: readonly SchemaError[]): UserError {
  const [first] = errors
    .slice(0, MOST_ERRORS)
    .map((error) => ({ error, place: locate(root, segments(error.instancePath)) }))
    .sort((a, b) => offsetOf(a.error, a.place) - offsetOf(b.error, b.place));
  return first ? mistakeOf(first.error, first.place) : new UserError('not a valid configuration', { at: root.at });
}

/** A key that is missing may only be misspelt: it comes after the unknown ones. */
function offsetOf(error: SchemaError, { value, at }: Located): number {
  if (error.keyword === 'additionalProperties') return keyIn(value, error.params.additionalProperty)?.start ?? at.start;
  return error.keyword === 'required' ? value.at.end : at.start;
}

interface Located {
  readonly keys: readonly string[];
  readonly value: Tree;
  /** The value; its key where the value was left out. */
  readonly at: Range;
}

const MOST_ERRORS = 200;
/** A longer word is shown cut. */
const SHOWN = 60;

function mistakeOf(error: SchemaError, { keys, value, at }: Located): UserError {
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = error.params.additionalProperty;
      const known = Object.keys(error.parentSchema.properties ?? {});
      const isRule = keys.at(-1) === 'rules';
      const message = `${isRule ? 'there is no rule' : 'unknown key'} ${shown(name)}`;
      return unknown(message, name, known, keyIn(value, name) ?? at);
    }
    case 'enum': {
      const word = stringValue(value) ?? '';
      const { allowedValues } = error.params;
      if (keys.at(-2) === 'rules' && isIndex(keys.at(-1) ?? '')) {
        return unknown(`there is no rule ${shown(word)}`, word, allowedValues, at);
      }
      const choice = allowedValues.join(', ');
      return unknown(`${labelOf(keys)} must be one of ${choice}`, word, allowedValues, at);
    }
    case 'type':
      return new UserError(`${labelOf(keys)} must be a ${typeName(error.params.type)}`, { at });
    case 'required':
      return new UserError(`${labelOf(keys)} needs the key '${error.params.missingProperty}'`, { at });
    case 'minItems':
      return new UserError(`${labelOf(keys)} must not be empty`, { at });
    case 'pattern':
      return new UserError(`${labelOf(keys)} must ${PATTERNS[error.params.pattern] ?? 'have another form'}`, { at });
  }
}

const PATTERNS: Readonly<Record<string, string>> = {
  '\\S': 'not be empty',
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}$': 'be a date such as 2027-01-31',
};

function unknown(message: string, word: string, candidates: readonly string[], at: Range): UserError {
  const meant = nearest(word, candidates);
  return new UserError(message, { at, hint: meant && `Did you mean '${meant}'?` });
}

function typeName(type: string | readonly string[]): string {
  const name = typeof type === 'string' ? type : (type.find((candidate) => candidate !== 'null') ?? '');
  return { object: 'mapping', array: 'list' }[name] ?? name;
}

function labelOf(keys: readonly string[]): string {
  const last = keys.at(-1);
  if (last === undefined) return 'the configuration';
  return isIndex(last) ? `an entry of ${shown(keys.at(-2) ?? '')}` : shown(last);
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}

function shown(name: string): string {
  return `'${printable(name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name)}'`;
}

function keyIn(tree: Tree, name: string): Range | undefined {
  return tree.kind === 'mapping' ? tree.entries.get(name)?.at : undefined;
}

function locate(root: Mapping, keys: readonly string[]): Located {
  let value: Tree = root;
  let at: Range = root.at;
  for (const name of keys) {
    const key: Range | undefined = keyIn(value, name);
    const next: Tree | undefined = value.kind === 'sequence' ? value.items[Number(name)] : child(value, name);
    if (!next) break;
    value = next;
    at = key && value.at.start === value.at.end ? key : value.at;
  }
  return { keys, value, at };
}

function segments(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
