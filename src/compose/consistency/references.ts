/** What services refer to: each other, networks, volumes, secrets, configs, models. */
import type { Range } from '../../source/text.js';
import { child, stringValue, type Tree } from '../../source/tree.js';
import type { Problem } from '../problem.js';
import { quoted } from '../quote.js';
import { refusal } from '../stage.js';
import {
  entriesOf,
  INVALID,
  inside,
  itemsOf,
  knownText,
  type ProjectView,
  type Section,
  type ServiceCheck,
  type ServiceView,
} from './project-view.js';

const SERVICE = 'service:';

export const eitherNetworks: ServiceCheck = ({ name, tree }) => {
  const mode = knownText(child(tree, 'network_mode'));
  if (!mode || entriesOf(child(tree, 'networks')).length === 0) return [];
  return [refusal(`service ${name} declares mutually exclusive \`network_mode\` and \`networks\`${INVALID}`, mode.at)];
};

export const networks: ServiceCheck = (service, project) =>
  entriesOf(child(service.tree, 'networks')).flatMap(({ name, at }) =>
    undeclared(service, project, 'networks', 'network', { name, at }),
  );

export const models: ServiceCheck = (service, project) =>
  entriesOf(child(service.tree, 'models')).flatMap(({ name, at }) =>
    undeclared(service, project, 'models', 'model', { name, at }),
  );

/** A dependency that a profile disables may be missing where it is not required; no other file could bring it back. */
export const dependencies: ServiceCheck = (service, project) =>
  undefinedDependencies(service, project).map(({ name, at }) => {
    const message = `service ${quoted(service.name)} depends on undefined service ${quoted(name)}${INVALID}`;
    return project.disabled.has(name) ? refusal(message, at) : project.lacking(message, at);
  });

function undefinedDependencies({ tree }: ServiceView, { services, disabled }: ProjectView): readonly Reference[] {
  return entriesOf(child(tree, 'depends_on')).filter(({ name, value }) => {
    const required = child(value, 'required');
    const isOptional = required?.kind === 'scalar' && required.value === false;
    return !services.has(name) && !(isOptional && disabled.has(name));
  });
}

/** To share a namespace is to depend on its owner: what was said of the dependency is not said again. */
export const namespaceOwner: ServiceCheck = (service, project) => {
  const mode = knownText(child(service.tree, 'network_mode'));
  if (!mode?.value.startsWith(SERVICE)) return [];
  const owner = mode.value.slice(SERVICE.length);
  const isKnown = project.services.has(owner);
  if (isKnown || undefinedDependencies(service, project).some(({ name }) => name === owner)) return [];
  const message = `service ${quoted(owner)} not found for network_mode 'service:${owner}'`;
  return [project.disabled.has(owner) ? refusal(message, mode.at) : project.lacking(message, mode.at)];
};

export const volumes: ServiceCheck = (service, project) =>
  itemsOf(child(service.tree, 'volumes')).flatMap((mount) =>
    stringValue(child(mount, 'type')) === 'volume'
      ? source(mount).flatMap((reference) => undeclared(service, project, 'volumes', 'volume', reference))
      : [],
  );

export const buildSecrets = granted('secrets', 'build secret', 'build', 'secrets');
export const configs = granted('configs', 'config', 'configs');
export const secrets = granted('secrets', 'secret', 'secrets');

function granted(section: Section, noun: string, ...keys: readonly string[]): ServiceCheck {
  return (service, project) =>
    itemsOf(inside(service.tree, ...keys))
      .flatMap(source)
      .flatMap((reference) => undeclared(service, project, section, noun, reference));
}

interface Reference {
  readonly name: string;
  readonly at: Range;
}

function source(item: Tree): readonly Reference[] {
  const text = knownText(child(item, 'source'));
  return text ? [{ name: text.value, at: text.at }] : [];
}

function undeclared(
  service: ServiceView,
  project: ProjectView,
  section: Section,
  noun: string,
  { name, at }: Reference,
): readonly Problem[] {
  if (project.declares(section, name)) return [];
  return [project.lacking(`service ${quoted(service.name)} refers to undefined ${noun} ${name}${INVALID}`, at)];
}
