/** All that a service says about its own role. */
import type { Service } from '../../compose/project.js';
import { child, stringValue, type Tree } from '../../source/tree.js';
import { commandObservations, healthcheckObservations } from './command-observations.js';
import type { ServiceFacts } from './facts.js';
import { defaultObservations, imageObservations } from './image-observations.js';
import { nameObservations, type Surroundings } from './name-observations.js';
import { type Observation, observe, STORE_ROLES, textOf } from './observation.js';
import { matching } from './signal.js';
import {
  EMBEDDED_STORE_WEIGHT,
  environmentSignals,
  LABEL_SIGNALS,
  LIFE_WEIGHTS,
  namesDatabase,
  PORT_SIGNALS,
  TOOL_PROFILES,
  VOLUME_SIGNALS,
  WEB_PORTS,
} from './signals.js';

/** `stores`: the services that are stores by image or name. */
export function observationsOf(
  facts: ServiceFacts,
  around: Surroundings,
  stores: ReadonlySet<string>,
): readonly Observation[] {
  return [
    ...imageObservations(facts),
    ...nameObservations(facts, around),
    ...portObservations(facts),
    ...environmentObservations(facts, isClient(facts, stores)),
    ...volumeObservations(facts),
    ...commandObservations(facts),
    ...healthcheckObservations(facts),
    ...labelObservations(facts),
    ...lifeObservations(facts),
    ...defaultObservations(facts),
  ];
}

/** Clients of a store carry the same credentials as the store. */
function isClient({ service }: ServiceFacts, stores: ReadonlySet<string>): boolean {
  if (service.environment.some((variable) => namesDatabase(variable.name))) return true;
  const targets = [...service.dependsOn.map((known) => known.service), ...service.links.map((link) => link.target)];
  return targets.some((target) => target !== service.name && stores.has(target));
}

function portObservations({ service }: ServiceFacts): readonly Observation[] {
  const ports = service.ports.flatMap(({ target, at }) => (target === undefined ? [] : [{ port: target, at }]));
  const exposed = service.expose.map((scalar) => ({ port: Number.parseInt(textOf(scalar), 10), at: scalar.at }));
  return [...ports, ...exposed].flatMap(({ port, at }) =>
    PORT_SIGNALS.filter((signal) => signal.ports.includes(port)).map(({ role, weight }) =>
      observe('port', role, weight, `container port ${port}`, at),
    ),
  );
}

function environmentObservations({ service }: ServiceFacts, client: boolean): readonly Observation[] {
  return service.environment.flatMap((variable) =>
    environmentSignals(variable.name)
      .filter((signal) => !(signal.client && client))
      .map(({ role, weight }) => {
        return observe('environment', role, weight, `environment has \`${variable.name}\``, variable.at);
      }),
  );
}

function volumeObservations({ service }: ServiceFacts): readonly Observation[] {
  const serves = service.ports.some(({ target }) => target !== undefined && WEB_PORTS.has(target));
  return service.volumes.flatMap(({ target, at }) =>
    matching(VOLUME_SIGNALS, target).map(({ role, weight }) => {
      const own = serves && STORE_ROLES.has(role) ? EMBEDDED_STORE_WEIGHT : weight;
      return observe('volume', role, own, `mounts \`${target}\``, at);
    }),
  );
}

function labelObservations({ service }: ServiceFacts): readonly Observation[] {
  return service.labels.flatMap((label) =>
    matching(LABEL_SIGNALS, label.name).map(({ role, weight }) =>
      observe('label', role, weight, `label \`${label.name}\` puts it behind a proxy`, label.at),
    ),
  );
}

/** How long it lives, and what it may do to the host. */
function lifeObservations({ service }: ServiceFacts): readonly Observation[] {
  const found: Observation[] = [];
  const mode = child(child(service.tree, 'deploy'), 'mode');
  if (mode && /-job$/.test(stringValue(mode) ?? ''))
    found.push(observe('life', 'other', LIFE_WEIGHTS.jobMode, 'is deployed as a job', mode.at));
  const restart = child(service.tree, 'restart');
  const condition = child(child(child(service.tree, 'deploy'), 'restart_policy'), 'condition');
  const serves = service.ports.length > 0 || service.labels.some(({ name }) => /^(?:traefik|caddy)\b/i.test(name));
  for (const policy of serves ? [] : [restart, condition]) {
    if (policy?.kind === 'scalar' && (policy.value === 'no' || policy.value === 'none' || policy.value === false))
      found.push(observe('life', 'other', LIFE_WEIGHTS.noRestart, 'is never restarted', policy.at));
  }
  const tool = service.profiles.find((profile) => TOOL_PROFILES.has(textOf(profile)));
  if (tool)
    found.push(observe('life', 'other', LIFE_WEIGHTS.toolProfile, `is in the profile \`${textOf(tool)}\``, tool.at));
  const controls = hostControl(service);
  if (controls) found.push(observe('life', 'other', LIFE_WEIGHTS.hostControl, 'controls the host', controls.at));
  return found;
}

/** What lets a service in the host's network rule it: an agent of the host more likely than an application. */
function hostControl(service: Service): Tree | undefined {
  if (!service.networkMode || textOf(service.networkMode) !== 'host') return undefined;
  const privileged = child(service.tree, 'privileged');
  if (privileged?.kind === 'scalar' && privileged.value === true) return privileged;
  const capabilities = child(service.tree, 'cap_add');
  return capabilities?.kind === 'sequence'
    ? capabilities.items.find((item) => /^(?:CAP_)?(?:NET_ADMIN|SYS_ADMIN|ALL)$/i.test(stringValue(item) ?? ''))
    : undefined;
}
