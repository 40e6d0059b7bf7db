/** From the text of `bulkhead.yaml` to a configuration. Whatever is wrong with it is a `UserError` at its place. */
import { resolve } from '../../compose/file-path.js';
import { UserError } from '../../compose/problem.js';
import { SEVERITIES, type Severity } from '../../rules/rule.js';
import { type Glob, parseGlob } from '../../source/glob.js';
import { valuePartOf } from '../../source/part.js';
import { type SourceText, textOf } from '../../source/text.js';
import { child, isNull, type Mapping, mapping, type Scalar, stringValue, type Tree } from '../../source/tree.js';
import { parseYaml, type YamlLimits } from '../../source/yaml.js';
import { ROLES } from '../../topology/topology.js';
import { isDay } from '../day.js';
import type { Config, ConfigIgnore, ConfigRole, FailOn, Level, Levels, Override, Scope } from './config.js';
import { validate } from './generated/config.js';
import { firstMistake } from './mistakes.js';
import type { Patterns } from './patterns.js';

const LIMITS: YamlLimits = { nodes: 20_000, depth: 20, documents: 1 };
/** Each finding is held against each of them. */
const MOST_ENTRIES = 500;
const MOST_PATTERNS = 100;

/** `directory`: absolute, the folder of the file. */
export function readConfig(source: SourceText, directory: string): Config {
  const { documents, problems } = parseYaml(source, LIMITS);
  const [problem] = problems;
  if (problem) throw new UserError(problem.message, { at: problem.at });
  const root = withTextDates(documents[0]?.root ?? emptyAt(source));
  if (isNull(root)) return configOf(emptyAt(source), source, directory);
  if (root.kind !== 'mapping') throw new UserError('the configuration must be a mapping', { at: root.at });
  if (!validate(plain(root))) throw firstMistake(root, validate.errors ?? []);
  return configOf(root, source, directory);
}

function configOf(root: Mapping, source: SourceText, directory: string): Config {
  const baseline = stringValue(child(root, 'baseline'));
  return {
    source,
    directory,
    failOn: failOnOf(child(root, 'fail-on')),
    minimumSeverity: severityOf(child(root, 'min-severity')),
    pedantic: scalarOf(child(root, 'pedantic'))?.value === true,
    baseline: baseline === undefined ? undefined : resolve(directory, baseline),
    levels: levelsOf(child(root, 'rules')),
    overrides: itemsOf(child(root, 'overrides')).map(overrideOf),
    ignores: itemsOf(child(root, 'ignores')).map(ignoreOf),
    roles: rolesOf(child(root, 'roles')),
  };
}

function overrideOf(item: Tree): Override {
  const scope = scopeOf(item);
  if (!scope.paths && !scope.services) {
    throw new UserError("an override needs 'paths' or 'services'", {
      at: item.at,
      hint: "What counts everywhere belongs under 'rules'.",
    });
  }
  return { scope, levels: levelsOf(child(item, 'rules')) };
}

function ignoreOf(item: Tree): ConfigIgnore {
  const [reason, expires] = [child(item, 'reason'), child(item, 'expires')];
  const day = stringValue(expires);
  if (expires && day !== undefined && !isDay(day)) {
    throw new UserError("'expires' must be a day that exists", { at: expires.at });
  }
  return {
    rules: itemsOf(child(item, 'rules')).map((rule) => ({ id: stringValue(rule) ?? '', at: rule.at })),
    scope: scopeOf(item),
    reason: textAt(reason) ?? { text: '', at: item.at },
    owner: stringValue(child(item, 'owner')),
    expires: day,
  };
}

/** A text without its quotes. */
function textAt(tree: Tree | undefined): ConfigIgnore['reason'] | undefined {
  const text = stringValue(tree);
  if (tree?.kind !== 'scalar' || text === undefined) return undefined;
  return { text, at: valuePartOf(tree, 0, text.length) };
}

function scopeOf(item: Tree): Scope {
  const [paths, services] = [child(item, 'paths'), child(item, 'services')];
  return {
    paths: paths && patternsOf(itemsOf(paths, MOST_PATTERNS), pathGlob),
    services: services && patternsOf(itemsOf(services, MOST_PATTERNS), parseGlob),
  };
}

/** A folder stands for all that is in it, and `./` for nothing. */
function pathGlob(text: string): Glob | string {
  const path = text.replace(/^(?:\.\/+)+/, '').replace(/(?<!\/)\/+$/, '');
  if (path.startsWith('/')) return 'must be relative to the folder of the configuration';
  if (path === '..' || path.startsWith('../')) return 'leads out of the folder of the configuration';
  const isHere = text !== '' && (path === '' || path === '.');
  const glob = parseGlob(isHere ? '**' : path);
  if (typeof glob === 'string') return glob;
  return { text, alternatives: [...glob.alternatives, ...glob.alternatives.map((segments) => [...segments, '**'])] };
}

function patternsOf(items: readonly Tree[], parse: (text: string) => Glob | string): Patterns {
  const globs = items.map((item) => {
    const text = stringValue(item) ?? '';
    const excluded = text.startsWith('!');
    const glob = parse(excluded ? text.slice(1) : text);
    if (typeof glob === 'string') throw new UserError(`this pattern ${glob}`, { at: item.at });
    return { excluded, glob };
  });
  return {
    include: globs.flatMap(({ excluded, glob }) => (excluded ? [] : [glob])),
    exclude: globs.flatMap(({ excluded, glob }) => (excluded ? [glob] : [])),
  };
}

function rolesOf(roles: Tree | undefined): readonly ConfigRole[] {
  if (roles?.kind !== 'mapping') return [];
  checkCount(roles, roles.entries.size, MOST_ENTRIES);
  return [...roles.entries.values()].flatMap(({ name, at, value }) => {
    const role = ROLES.find((known) => known === stringValue(value));
    const services = patternsOf([{ kind: 'scalar', type: 'string', value: name, style: 'plain', at }], parseGlob);
    return role ? [{ services, role, at: value.at }] : [];
  });
}

function levelsOf(tree: Tree | undefined): Levels {
  if (tree?.kind !== 'mapping') return new Map();
  return new Map(
    [...tree.entries.values()].flatMap(({ name, value }): readonly [string, Level][] => {
      const level = stringValue(value) === 'off' ? 'off' : severityOf(value);
      return level ? [[name, level]] : [];
    }),
  );
}

function failOnOf(tree: Tree | undefined): FailOn | undefined {
  return stringValue(tree) === 'never' ? 'never' : severityOf(tree);
}

function severityOf(tree: Tree | undefined): Severity | undefined {
  return SEVERITIES.find((severity) => severity === stringValue(tree));
}

function itemsOf(tree: Tree | undefined, most: number = MOST_ENTRIES): readonly Tree[] {
  if (tree?.kind !== 'sequence') return [];
  checkCount(tree, tree.items.length, most);
  return tree.items;
}

function checkCount(tree: Tree, count: number, most: number): void {
  if (count > most) throw new UserError(`more than ${most} entries`, { at: tree.at });
}

function scalarOf(tree: Tree | undefined): Scalar | undefined {
  return tree?.kind === 'scalar' ? tree : undefined;
}

function emptyAt(source: SourceText): Mapping {
  return mapping([], { source, start: 0, end: 0, via: [] });
}

/** YAML takes `2027-01-31` for a time; here a day is a text. */
function withTextDates(tree: Tree): Tree {
  switch (tree.kind) {
    case 'scalar':
      return tree.type === 'timestamp' ? { ...tree, type: 'string', value: textOf(tree.at) } : tree;
    case 'sequence':
      return { ...tree, items: tree.items.map(withTextDates) };
    case 'mapping':
      return mapping(
        [...tree.entries.values()].map((entry) => ({ ...entry, value: withTextDates(entry.value) })),
        tree.at,
      );
  }
}

/** As the validator wants it; objects without a prototype, so that `__proto__` is a key like any other. */
function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return typeof tree.value === 'bigint' ? Number(tree.value) : tree.value;
  if (tree.kind === 'sequence') return tree.items.map(plain);
  const data: Record<string, unknown> = Object.create(null);
  for (const { name, value } of tree.entries.values()) data[name] = plain(value);
  return data;
}
