/** What `docker compose config --format json` prints of a project: the first machine contract. */
import type { Mapping, Tree } from '../source/tree.js';
import { child, mapping } from '../source/tree.js';
import { goText } from './go-text.js';
import type { Codec, Json, JsonObject, Report } from './output/codec.js';
import { dictionary, isEmpty, jsonObject } from './output/codec.js';
import { withExtensionsAside } from './output/extensions.js';
import { withoutImplied } from './output/implied.js';
import { MODELS, RESOURCES } from './output/resources.js';
import { service, terseService } from './output/service.js';
import { usedResources } from './output/used.js';
import type { Problem } from './problem.js';
import type { Mode, Project } from './project.js';
import { isUnknown } from './project.js';

export type { Json, JsonObject } from './output/codec.js';

export interface ConfigOptions {
  /** Write `$` as `$$`, so that the output loads to itself. Default true. */
  readonly escape?: boolean;
  /** Keep networks, volumes and the like that no running service uses. Default false. */
  readonly all?: boolean;
  /**
   * `create_host_path: true` and the like go without saying. Docker Compose 2 prints them where a short syntax implies
   * them, Docker Compose 5 (`terse`) never. Default false.
   */
  readonly terse?: boolean;
  /** Keep `env_file` and `label_file`, whose contents are in `environment` and `labels`. Default false. */
  readonly keepFiles?: boolean;
}

const SECTIONS = { services: dictionary(service), ...RESOURCES, models: MODELS } as const;
const TERSE_SERVICES = dictionary(terseService);

type SectionName = keyof typeof SECTIONS;

function encode(name: SectionName, section: Tree | undefined, codec: Codec = SECTIONS[name]): Json {
  return codec.encode(section && withExtensionsAside(section, [name]), name, ignore);
}

/** Values that Compose cannot bind to its types: sizes, durations, commands that do not parse. Unknown ones may well fit. */
export function checkTypes(model: Mapping, mode: Mode): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, reason, value) => {
    if (mode === 'analysis' && value.kind === 'scalar' && isUnknown(value)) return;
    problems.push({ kind: 'refusal', message: `'${path}' ${reason}`, at: value.at });
  };
  for (const name of SECTION_NAMES) {
    const section = child(model, name);
    if (section) SECTIONS[name].check(withExtensionsAside(section, [name]), name, report);
  }
  return problems;
}

const SECTION_NAMES = ['services', 'networks', 'volumes', 'secrets', 'configs', 'models'] as const;
const PRINTED_RESOURCES = ['networks', 'volumes', 'secrets', 'configs'] as const;

/** The resolved project, as plain data. */
export function configJson(project: Project, options: ConfigOptions = {}): JsonObject {
  const printed: [string, Json][] = [
    ['name', project.name],
    ['services', encode('services', servicesOf(project, options), options.terse ? TERSE_SERVICES : undefined)],
  ];
  for (const name of PRINTED_RESOURCES) {
    const section = child(project.model, name);
    const json = encode(name, options.all ? section : usedResources(project, name, section));
    if (!isEmpty(json)) printed.push([name, json]);
  }
  for (const { name, value } of project.model.entries.values()) {
    if (name.startsWith('x-')) printed.push([name, plainJson(value)]);
  }
  const json = jsonObject(printed);
  return options.escape === false ? json : escapeObject(json);
}

/** The tree before it is bound to types: what `--no-interpolate` prints. */
export function modelJson({ model }: Project, { terse }: Pick<ConfigOptions, 'terse'> = {}): JsonObject {
  const entries = terse ? model.entries : withoutImplied(model).entries;
  return jsonObject([...entries.values()].map(({ name, value }) => [name, plainJson(value)]));
}

const ignore: Report = () => undefined;
const FILES = ['env_file', 'label_file'];

function servicesOf({ services, model }: Project, { keepFiles, terse }: ConfigOptions): Tree | undefined {
  const entries = services.map(({ name, at, tree }) => ({ name, at, value: keepFiles ? tree : without(tree, FILES) }));
  const section = mapping(entries, child(model, 'services')?.at ?? model.at);
  if (terse) return section;
  return child(withoutImplied(mapping([{ name: 'services', at: section.at, value: section }], section.at)), 'services');
}

function without(tree: Mapping, names: readonly string[]): Mapping {
  return { ...tree, entries: new Map([...tree.entries].filter(([name]) => !names.includes(name))) };
}

/** A tree as JSON, as Go's `encoding/json` prints decoded YAML. */
function plainJson(tree: Tree): Json {
  switch (tree.kind) {
    case 'mapping':
      return jsonObject([...tree.entries.values()].map(({ name, value }) => [name, plainJson(value)]));
    case 'sequence':
      return tree.items.map(plainJson);
    default:
      if (tree.type === 'timestamp') return timestampJson(goText(tree));
      return typeof tree.value === 'bigint' ? Number(tree.value) : tree.value;
  }
}

/** `2001-12-14 00:00:00 +0000 UTC` as RFC 3339. */
function timestampJson(text: string): string {
  const [date = '', time = '', zone = ''] = text.split(' ');
  return `${date}T${time}${zone === '+0000' ? 'Z' : zone.replace(/(\d\d)$/, ':$1')}`;
}

function escapeObject(object: JsonObject): JsonObject {
  return jsonObject(Object.entries(object).map(([name, value]) => [escapeText(name), escapeJson(value)]));
}

function escapeJson(json: Json): Json {
  if (typeof json === 'string') return escapeText(json);
  if (typeof json !== 'object' || json === null) return json;
  return isList(json) ? json.map(escapeJson) : escapeObject(json);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function escapeText(text: string): string {
  return text.replaceAll('$', '$$$$');
}
