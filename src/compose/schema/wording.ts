/** Docker Compose's words for what the schema does not allow. */
import { quoted } from '../quote.js';
import type { SchemaError } from './generated/compose.js';
import type { Issue } from './issues.js';

/** Compose quotes a value that does not match a pattern. These are the only keys whose values cannot be secrets. */
const QUOTABLE: ReadonlySet<string> = new Set(['container_name', 'pull_policy']);

/** `value` is the text that the error is about, if it is one. */
export function wordingOf(issue: Issue, value: string | undefined): string {
  const shown = value !== undefined && QUOTABLE.has(issue.path.at(-1) ?? '') ? singleQuoted(value) : 'value';
  return `${issue.path.join('.')} ${complaint(issue, shown)}`;
}

/** A value of the wrong type for the first branch of a `oneOf` may have the right one for another: what is wrong then? */
export function hintOf({ error, alternatives }: Issue): string | undefined {
  if (error.keyword !== 'type' || alternatives.length === 0) return undefined;
  const meant = alternatives.find((issue) => issue.error.keyword !== 'type');
  if (meant) return complaint(meant, 'value');
  return mustBe([error, ...alternatives.map((issue) => issue.error)].flatMap(wantedTypes));
}

function complaint({ error, names }: Issue, value: string): string {
  switch (error.keyword) {
    case 'type':
      return mustBe(wantedTypes(error));
    case 'enum':
      return `value must be ${oneOf(error.params.allowedValues)}`;
    case 'pattern':
      return `${value} does not match pattern ${singleQuoted(error.params.pattern)}`;
    case 'minimum':
      return `must be greater than or equal to ${error.params.limit}`;
    case 'maximum':
      return `must be less than or equal to ${error.params.limit}`;
    case 'uniqueItems':
      return `items at ${grouped(error.params.i)} and ${grouped(error.params.j)} are equal`;
    case 'required':
      return `missing ${names.length === 1 ? 'property' : 'properties'} ${list(names)}`;
    case 'additionalProperties':
      return `additional properties ${list(names)} not allowed`;
    case 'oneOf':
      return `oneOf failed, subschemas ${error.params.passingSchemas?.join(', ')} matched`;
  }
}

function wantedTypes(error: SchemaError): readonly string[] {
  if (error.keyword !== 'type') return [];
  const { type } = error.params;
  return typeof type === 'string' ? [type] : type;
}

function mustBe(types: readonly string[]): string {
  const words = types.map((type) => (type === 'object' ? 'mapping' : type)).sort();
  const last = words.pop() ?? '';
  return `must be a ${words.length > 0 ? `${words.join(', ')} or ${last}` : last}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? list(values) : `one of ${list(values)}`;
}

function list(names: readonly string[]): string {
  return names.map(singleQuoted).join(', ');
}

function singleQuoted(text: string): string {
  return `'${quoted(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Go's English number format: `1,000`. */
function grouped(index: number): string {
  return index.toLocaleString('en-US');
}
