/** Numbers that can be given in two places: how many containers, and how much each may use. */
import { child, type Tree } from '../../source/tree.js';
import { parseGoFloat } from '../go-float.js';
import { parseSize } from '../output/units.js';
import { refusal } from '../stage.js';
import { INVALID, inside, knownText, type ServiceCheck } from './project-view.js';

export const replicas: ServiceCheck = ({ name, tree }) => {
  const scale = child(tree, 'scale');
  const deployed = inside(tree, 'deploy', 'replicas');
  const scaled = wholeNumber(scale);
  const replicated = wholeNumber(deployed);
  const problems = [];
  if (scale && scaled !== undefined && replicated !== undefined && scaled !== replicated) {
    const message = `services.${name}: can't set distinct values on 'scale' and 'deploy.replicas'${INVALID}`;
    problems.push(refusal(message, scale.at));
  }
  const [key, value, count] = scale ? ['scale', scale, scaled] : ['deploy.replicas', deployed, replicated];
  if (value && count !== undefined && count < 0) {
    problems.push(refusal(`services.${name}.${key}: must be greater than or equal to 0`, value.at));
  }
  return problems;
};

/** The first name in Compose's message is the key, the second the service: the words are swapped there. */
export const oneContainerName: ServiceCheck = ({ name, tree }) => {
  const container = knownText(child(tree, 'container_name'));
  const scale = child(tree, 'scale');
  const count = wholeNumber(scale ?? inside(tree, 'deploy', 'replicas')) ?? 1;
  if (!container || count <= 1) return [];
  const key = scale ? 'scale' : 'deploy.replicas';
  const message = `services.${key}: can't set container_name and ${name} as container name must be unique${INVALID}`;
  return [refusal(message, container.at)];
};

/** A limit that is absent beside others counts as 0, and so as another value. */
interface Twin {
  readonly key: string;
  readonly group: 'limits' | 'reservations';
  readonly twin: string;
  readonly amount: (tree: Tree) => number | bigint | undefined;
}

const TWINS: readonly Twin[] = [
  { key: 'cpus', group: 'limits', twin: 'cpus', amount: cpus },
  { key: 'mem_limit', group: 'limits', twin: 'memory', amount: bytes },
  { key: 'mem_reservation', group: 'reservations', twin: 'memory', amount: bytes },
  { key: 'pids_limit', group: 'limits', twin: 'pids', amount: wholeNumber },
];

export const twinLimits: ServiceCheck = ({ name, tree }) =>
  TWINS.flatMap(({ key, group, twin, amount }) => {
    const value = child(tree, key);
    const own = value && amount(value);
    if (!own) return [];
    const resources = inside(tree, 'deploy', 'resources', group);
    if (resources?.kind !== 'mapping') return [];
    const other = child(resources, twin);
    const deployed = other ? amount(other) : 0;
    if (deployed === undefined || Number(deployed) === Number(own)) return [];
    const message = `services.${name}: can't set distinct values on '${key}' and 'deploy.resources.${group}.${twin}'${INVALID}`;
    return [refusal(message, value.at)];
  });

function wholeNumber(tree: Tree | undefined): number | undefined {
  if (tree?.kind !== 'scalar') return undefined;
  if (typeof tree.value === 'number' || typeof tree.value === 'bigint') return Math.trunc(Number(tree.value));
  const text = knownText(tree)?.value;
  return text !== undefined && /^[-+]?[0-9]+$/.test(text) ? Number(text) : undefined;
}

/** Docker Compose holds CPUs as 32-bit floats. */
function cpus(tree: Tree): number | undefined {
  if (tree.kind === 'scalar' && typeof tree.value === 'number') return Math.fround(tree.value);
  const text = knownText(tree)?.value;
  const number = text === undefined ? undefined : parseGoFloat(text);
  return number === undefined ? undefined : Math.fround(number);
}

function bytes(tree: Tree): number | bigint | undefined {
  if (tree.kind === 'scalar' && tree.type === 'integer') return wholeNumber(tree);
  const text = knownText(tree)?.value;
  const size = text === undefined ? undefined : parseSize(text);
  return size?.ok ? size.value : undefined;
}
