/** Stages 12 and 14 of the loader: what an absent key means is written out, and empty DNS servers are dropped. */
import { child, type Mapping, sequence, type Tree } from '../source/tree.js';
import { addedEntry, withDefaults } from './entries.js';
import { goType } from './go-text.js';
import { goStringVerb } from './go-tree-text.js';
import { compilePatterns } from './pattern.js';
import type { Problem } from './problem.js';
import { pathText, refusal, type StageResult } from './stage.js';
import { type Here, type Rewrite, rewriteChildren } from './transform.js';

type DefaultRule = Rewrite<Problem[]>;

const buildContext: DefaultRule = (value) =>
  value.kind === 'mapping'
    ? withDefaults(value, [
        addedEntry('context', '.', value.at, 'a build without a context uses the project directory'),
      ])
    : value;

const secretTarget: DefaultRule = (value, here) => {
  if (value.kind !== 'mapping') return refuseType(value, here, 'unsupported type %T');
  const source = child(value, 'source');
  const target = `/run/secrets/${goStringVerb(source)}`;
  const reason = 'a secret without a target is mounted under its name';
  return withDefaults(value, [addedEntry('target', target, source?.at ?? value.at, reason)]);
};

const portDefaults: DefaultRule = (value) =>
  value.kind === 'mapping'
    ? withDefaults(value, [
        addedEntry('protocol', 'tcp', value.at, 'a port without a protocol is a TCP port'),
        addedEntry('mode', 'ingress', value.at, 'a port without a mode has this one'),
      ])
    : value;

const deviceCount: DefaultRule = (value, here) => {
  if (value.kind !== 'mapping') {
    here.context.push(
      refusal(`${pathText(here.path)}: invalid type map[string]interface {} for device request`, value.at),
    );
    return undefined;
  }
  if (value.entries.has('device_ids')) return value;
  const reason = 'a request for devices without a count means all of them';
  return withDefaults(value, [addedEntry('count', 'all', value.at, reason)]);
};

/** Why `create_host_path` is there: Docker Compose 2 does not print it then. */
export const SOURCE_IS_CREATED = 'a bind mount creates its source unless it says otherwise';

const bindOptions: DefaultRule = (value, here) => {
  if (value.kind !== 'mapping') return refuseType(value, here, 'invalid type %T for service volume bind');
  return withDefaults(value, [addedEntry('create_host_path', true, value.at, SOURCE_IS_CREATED)]);
};

function refuseType(value: Tree, here: Here<Problem[]>, wording: string): undefined {
  here.context.push(refusal(`${pathText(here.path)}: ${wording.replace('%T', goType(value))}`, value.at));
  return undefined;
}

const DEFAULTS = compilePatterns<DefaultRule>([
  ['services.*.build', buildContext],
  ['services.*.deploy.resources.reservations.devices.*', deviceCount],
  ['services.*.gpus.*', deviceCount],
  ['services.*.ports.*', portDefaults],
  ['services.*.secrets.*', secretTarget],
  ['services.*.volumes.*.bind', bindOptions],
]);

/** What Compose would refuse is reported and left out. */
export function setDefaults(tree: Mapping): StageResult {
  const problems: Problem[] = [];
  return { tree: rewriteChildren(tree, { path: [], rules: DEFAULTS, context: problems }), problems };
}

const withoutEmpty: Rewrite<undefined> = (value) => {
  if (value.kind !== 'sequence') return value;
  const items = value.items.filter((item) => item.kind !== 'scalar' || (item.value !== null && item.value !== ''));
  return items.length === value.items.length ? value : sequence(items, value.at);
};

const OMITTED = compilePatterns<Rewrite<undefined>>([['services.*.dns', withoutEmpty]]);

export function omitEmpty(tree: Mapping): Mapping {
  return rewriteChildren(tree, { path: [], rules: OMITTED, context: undefined });
}
