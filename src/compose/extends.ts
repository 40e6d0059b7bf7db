/** `extends`: services that start from another service, of the same document or of another file. */
import type { Range } from '../source/text.js';
import type { Entry, Mapping, Tree } from '../source/tree.js';
import { child, isNull, mapping, stringValue } from '../source/tree.js';
import { copyWithStep, sizeOf } from '../source/yaml-steps.js';
import { extendService } from './merge.js';
import { isElsewhere } from './remote.js';
import type { Removals } from './reset.js';
import { applyRemovals, NO_REMOVALS } from './reset.js';
import type { Scope } from './run.js';
import { refuse, reportIn } from './run.js';

/** The services of a file that is only extended from, and what its tags remove; `undefined` where it cannot be used. */
export interface BaseFile {
  readonly services: Mapping;
  readonly removals: Removals;
}

/** Loads such a file: its paths come as seen from the scope, what is wrong is reported for `site`. */
export type LoadBaseFile = (scope: Scope, reference: string, site: Range, service: string) => BaseFile | undefined;

/** Services that can be extended from each other, and what was found out about them. */
interface Table {
  readonly services: ReadonlyMap<string, Entry>;
  readonly done: Map<string, Tree | undefined>;
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
  const services = child(document, 'services');
  if (services === undefined) return document;
  if (services.kind !== 'mapping') {
    if (!isNull(services)) refuse(scope, 'services must be a mapping', services.at);
    return document;
  }
  const table = tableOf(services, [removals]);
  const context: Context = { scope, load, file };
  const entries = new Map<string, Entry>();
  for (const entry of services.entries.values()) {
    const value = extended(context, table, entry, []);
    entries.set(entry.name, value === entry.value ? entry : { ...entry, value });
  }
  const all = new Map(document.entries);
  const section = document.entries.get('services');
  if (section) all.set('services', { ...section, value: { ...services, entries } });
  return { ...document, entries: all };
}

function tableOf(services: Mapping, removals: readonly Removals[]): Table {
  return { services: services.entries, done: new Map(), removals, files: new Map() };
}

function extended(context: Context, table: Table, entry: Entry, chain: readonly Link[]): Tree {
  const known = table.done.get(entry.name);
  if (known) return known;
  const result = withBase(context, table, entry, chain);
  table.done.set(entry.name, result);
  return result;
}

function withBase(context: Context, table: Table, entry: Entry, chain: readonly Link[]): Tree {
  const { scope, file } = context;
  const service = entry.value;
  if (service.kind !== 'mapping') {
    if (!isNull(service)) refuse(scope, `services.${entry.name} must be a mapping`, service.at);
    return service;
  }
  const written = child(service, 'extends');
  if (written === undefined) return service;
  const own = without(service, 'extends');
  const reference = stringValue(written) ?? stringValue(child(written, 'service'));
  if (reference === undefined) {
    refuse(scope, `extends.${entry.name}.service is required`, written.at);
    return own;
  }
  const otherFile = child(written, 'file');
  const fileName = stringValue(otherFile);
  const site = (fileName === undefined ? child(written, 'service') : otherFile)?.at ?? written.at;
  const source = fileName === undefined ? table : otherTable(context, table, fileName, site, entry.name);
  if (!source) return own;
  const base = source.services.get(reference);
  if (!base) {
    const where = fileName === undefined ? '' : ` in ${fileName}`;
    refuse(scope, `cannot extend service "${entry.name}" in ${file}: service "${reference}" not found${where}`, site);
    return own;
  }
  const next = [...chain, { file: fileName ?? file, service: entry.name }];
  if (isCircular(chain, next)) {
    refuse(scope, `Circular reference:\n${circle(next)}`, site);
    return own;
  }
  if (next.length > scope.run.options.limits.depth) {
    refuse(scope, 'extends is nested too deep', site);
    return own;
  }
  const inherited = extended(context, source, base, next);
  if (inherited.kind !== 'mapping') return service;
  return merged(context, source, entry, own, inherited, site);
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
    refuse(scope, 'the project is too large once everything is extended', site);
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
