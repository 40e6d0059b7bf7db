/** `extends`: services that start from another service, of the same document or of another file. */
import type { Range } from '../source/text.js';
import type { Entry, Mapping, Tree } from '../source/tree.js';
import { child, isNull, mapping, stringValue } from '../source/tree.js';
import { copyWithStep, sizeOf } from '../source/yaml-steps.js';
import { withEntries, withValue, withValues } from './entries.js';
import { extendService } from './merge.js';
import { isElsewhere } from './remote.js';
import type { Removals } from './reset.js';
import { applyRemovals, NO_REMOVALS } from './reset.js';
import type { Scope } from './run.js';
import { exceeded, refuse, reportIn } from './run.js';

/** The services of a file that is only extended from, and what its tags remove; `undefined` where it cannot be used. */
export interface BaseFile {
  readonly services: Mapping;
  readonly removals: Removals;
}

/** Loads such a file: its paths come as seen from the scope, what is wrong is reported for `site`. */
export type LoadBaseFile = (scope: Scope, reference: string, site: Range, service: string) => BaseFile | undefined;

/** A service that has all its bases, and how many there were. */
interface Extended {
  readonly tree: Tree;
  readonly depth: number;
}

/** Services that can be extended from each other, and what was found out about them. */
interface Table {
  readonly services: ReadonlyMap<string, Entry>;
  readonly done: Map<string, Extended>;
  readonly removals: readonly Removals[];
  /** Tables of the files extended from here. */
  readonly files: Map<string, Table | undefined>;
}

interface Context {
  readonly scope: Scope;
  readonly load: LoadBaseFile;
  /** The file whose document is being loaded, as Compose names it. */
  readonly file: string;
}

/** A service on the way to its base, and the file its base is in. */
interface Link {
  readonly file: string;
  readonly service: string;
}

/** The document with every service extended. A service whose base is not to be had stays without it. */
export function applyExtends(
  scope: Scope,
  document: Mapping,
  file: string,
  removals: Removals,
  load: LoadBaseFile,
): Mapping {
  const section = document.entries.get('services');
  if (section === undefined) return document;
  const services = section.value;
  if (services.kind !== 'mapping') {
    if (!isNull(services)) refuse(scope, 'services must be a mapping', services.at);
    return document;
  }
  const table = tableOf(services, [removals]);
  const context: Context = { scope, load, file };
  const value = withValues(services, (entry) => extended(context, table, entry, []).tree);
  return withEntries(document, [withValue(section, value)]);
}

function tableOf(services: Mapping, removals: readonly Removals[]): Table {
  return { services: services.entries, done: new Map(), removals, files: new Map() };
}

function extended(context: Context, table: Table, entry: Entry, chain: readonly Link[]): Extended {
  const known = table.done.get(entry.name);
  if (known) return known;
  const result = withBase(context, table, entry, chain);
  table.done.set(entry.name, result);
  return result;
}

function withBase(context: Context, table: Table, entry: Entry, chain: readonly Link[]): Extended {
  const { scope, file } = context;
  const service = entry.value;
  const alone = (tree: Tree): Extended => ({ tree, depth: 0 });
  if (service.kind !== 'mapping') {
    if (!isNull(service)) refuse(scope, `services.${entry.name} must be a mapping`, service.at);
    return alone(service);
  }
  const written = child(service, 'extends');
  if (written === undefined) return alone(service);
  const own = without(service, 'extends');
  const reference = stringValue(written) ?? stringValue(child(written, 'service'));
  if (reference === undefined) {
    refuse(scope, `extends.${entry.name}.service is required`, written.at);
    return alone(own);
  }
  const otherFile = child(written, 'file');
  const fileName = stringValue(otherFile);
  const site = (fileName === undefined ? child(written, 'service') : otherFile)?.at ?? written.at;
  const source = fileName === undefined ? table : otherTable(context, table, fileName, site, entry.name);
  if (!source) return alone(own);
  const base = source.services.get(reference);
  if (!base) {
    const where = fileName === undefined ? '' : ` in ${fileName}`;
    refuse(scope, `cannot extend service "${entry.name}" in ${file}: service "${reference}" not found${where}`, site);
    return alone(own);
  }
  const next = [...chain, { file: fileName ?? file, service: entry.name }];
  if (isCircular(chain, next)) {
    refuse(scope, `Circular reference:\n${circle(next)}`, site);
    return alone(own);
  }
  // What a base extends counts, too, where it was worked out before.
  const deepest = scope.run.options.limits['extends-depth'];
  const inherited = next.length > deepest ? undefined : extended(context, source, base, next);
  if (!inherited || inherited.depth >= deepest) {
    exceeded(scope, `services extend others more than ${deepest} levels deep`, 'extends-depth', site);
    return alone(own);
  }
  const { tree, depth } = inherited;
  if (tree.kind !== 'mapping') return alone(service);
  return { tree: merged(context, source, entry, own, tree, site), depth: depth + 1 };
}

function isCircular(chain: readonly Link[], next: readonly Link[]): boolean {
  const last = next.at(-1);
  return chain.some((link) => link.file === last?.file && link.service === last.service);
}

function circle(links: readonly Link[]): string {
  return links.map(({ file, service }, index) => `  ${index === 0 ? '' : 'extends '}${service} in ${file}`).join('\n');
}

function otherTable(context: Context, table: Table, file: string, site: Range, service: string): Table | undefined {
  if (table.files.has(file)) return table.files.get(file);
  const { scope } = context;
  let result: Table | undefined;
  if (isElsewhere(file, scope.run.options.mode)) {
    reportIn(scope, { kind: 'unseen', message: 'a remote file is not fetched', at: site });
  } else {
    const inner: Scope = { ...scope, trail: [...scope.trail, site] };
    const base = context.load(inner, file, site, service);
    if (base) result = tableOf(base.services, [...table.removals, base.removals]);
  }
  table.files.set(file, result);
  return result;
}

function merged(
  { scope }: Context,
  source: Table,
  entry: Entry,
  own: Mapping,
  inherited: Mapping,
  site: Range,
): Mapping {
  if (!scope.run.mayCopy(sizeOf(inherited))) {
    exceeded(scope, 'the project is too large once everything is extended', 'copies', site);
    return own;
  }
  const moved = copyWithStep(inherited, { how: 'extends', site });
  const base = source.removals.reduce((tree, removals) => removed(tree, entry, removals), moved);
  const { tree, problems } = extendService(base.kind === 'mapping' ? base : own, own);
  for (const problem of problems) reportIn(scope, problem);
  return without(tree, 'extends');
}

/** What tags about `services.NAME` leave of a base that is about to be extended under that name. */
function removed(base: Tree, entry: Entry, removals: Removals): Tree {
  if (removals === NO_REMOVALS || base.kind !== 'mapping') return base;
  const services = mapping([{ name: entry.name, at: entry.at, value: base }], entry.at);
  const document = mapping([{ name: 'services', at: entry.at, value: services }], entry.at);
  return child(child(applyRemovals(document, removals), 'services'), entry.name) ?? mapping([], base.at);
}

function without(tree: Mapping, name: string): Mapping {
  if (!tree.entries.has(name)) return tree;
  const entries = new Map(tree.entries);
  entries.delete(name);
  return { ...tree, entries };
}
