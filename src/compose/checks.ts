/** Stage 15 of the loader: what the schema cannot say of a single value's neighbours (compose-go `validation.Validate`). */
import type { Range } from '../source/text.js';
import { child, type Mapping, type Path, stringValue, type Tree } from '../source/tree.js';
import { isIpAddress } from './ip-address.js';
import { unknownSpans } from './part.js';
import { compilePatterns, type PatternNode, step } from './pattern.js';
import type { Problem } from './problem.js';
import { quoted } from './quote.js';
import { pathText, refusal } from './stage.js';

/** `at` is the value's key or, in a list, the value itself. */
type Check = (value: Tree, path: Path, at: Range) => readonly Problem[];

/** Compose says nothing of an external network with further keys. */
const externalAlone: Check = (value, path) => {
  const external = child(value, 'external');
  if (value.kind !== 'mapping' || external?.kind !== 'scalar' || external.value !== true) return [];
  return [...value.entries.values()]
    .filter(({ name }) => name !== 'name' && name !== 'external' && !name.startsWith('x-'))
    .map(({ name, at }) =>
      refusal(`${pathText(path)}: conflicting parameters "external" and ${quoted(name)} specified`, at),
    );
};

function oneSource(...keys: readonly string[]): Check {
  const list = keys.join('|');
  return (value, path, at) => {
    if (value.kind !== 'mapping') return [];
    const { entries } = value;
    const [first, second] = keys.flatMap((key) => entries.get(key) ?? []);
    if (second) return [refusal(`${pathText(path)}: ${list} attributes are mutually exclusive`, second.at)];
    const isElsewhere = entries.has('driver') || entries.has('external');
    return first || isElsewhere ? [] : [refusal(`${pathText(path)}: one of ${list} must be set`, at)];
  };
}

const hostAddress: Check = (value, path) => {
  const address = child(value, 'host_ip');
  const text = stringValue(address);
  if (address?.kind !== 'scalar' || text === undefined || unknownSpans(address).length > 0 || isIpAddress(text))
    return [];
  return [refusal(`${pathText(path)}: invalid ip address: ${text}`, address.at)];
};

const notBlank: Check = (value, path, at) =>
  stringValue(value) === '' ? [refusal(`${pathText(path)}: value can't be blank`, at)] : [];

const countOrIds: Check = (value, path) => {
  const ids = value.kind === 'mapping' && value.entries.has('count') ? value.entries.get('device_ids') : undefined;
  return ids ? [refusal(`${pathText(path)}: "count" and "device_ids" attributes are exclusive`, ids.at)] : [];
};

const CHECKS = compilePatterns<Check>([
  ['volumes.*', externalAlone],
  ['configs.*', oneSource('file', 'environment', 'content')],
  ['secrets.*', oneSource('file', 'environment')],
  ['services.*.ports.*', hostAddress],
  ['services.*.develop.watch.*.path', notBlank],
  ['services.*.deploy.resources.reservations.devices.*', countOrIds],
  ['services.*.gpus.*', countOrIds],
]);

/** `tree` is canonical and has its defaults. Compose reports one of the problems, we all, in the order of the tree. */
export function checkTree(tree: Mapping): readonly Problem[] {
  return problemsIn(tree, [], tree.at, CHECKS);
}

function problemsIn(value: Tree, path: Path, at: Range, rules: PatternNode<Check>): readonly Problem[] {
  if (rules.value) return rules.value(value, path, at);
  if (value.kind === 'scalar') return [];
  if (value.kind === 'sequence') {
    return value.items.flatMap((item, index) => problemsBelow(item, path, index, item.at, rules));
  }
  return [...value.entries.values()].flatMap((entry) => problemsBelow(entry.value, path, entry.name, entry.at, rules));
}

function problemsBelow(
  value: Tree,
  path: Path,
  key: string | number,
  at: Range,
  rules: PatternNode<Check>,
): readonly Problem[] {
  const next = step(rules, key);
  return next ? problemsIn(value, [...path, key], at, next) : [];
}
