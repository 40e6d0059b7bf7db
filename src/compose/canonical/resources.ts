/** Rules for builds, devices by count, limits, and the top-level resources. */
import { child, type Entry, mapping, scalar, sequence, stringValue, synthetic, type Tree } from '../../source/tree.js';
import { entry, withEntries, withValue } from '../entries.js';
import { goType } from '../go-text.js';
import { goTreeText, sameValue } from '../go-tree-text.js';
import { pathText } from '../stage.js';
import { rewriteChildren } from '../transform.js';
import { type CanonicalHere, type CanonicalRule, refuse, refuseType } from './context.js';

export const service: CanonicalRule = (value, here) =>
  value.kind === 'mapping' ? rewriteChildren(value, here) : value;

/** A text becomes a mapping with that one key. */
function textAs(key: string, wording: string): CanonicalRule {
  return (value, here) => {
    if (value.kind === 'mapping') return rewriteChildren(value, here);
    if (stringValue(value) === undefined) return refuseType(value, here, wording);
    return mapping([entry(key, value)], value.at);
  };
}

export const build = textAs('context', 'invalid type %T for build');
export const extendsReference = textAs('service', 'invalid type %T for extends');
export const include = textAs('path', 'invalid type %T for external');

/** `build.provenance` and `build.sbom` are texts, whatever is written. */
export const textOfAny: CanonicalRule = (value) =>
  stringValue(value) === undefined ? scalar(goTreeText(value), value.at) : value;

export const gpus: CanonicalRule = (value, here) => {
  if (value.kind === 'sequence') return rewriteChildren(value, here);
  if (stringValue(value) === undefined) return refuseType(value, here, 'invalid type %T for gpus');
  return sequence([mapping([entry('count', scalar('all', value.at))], value.at)], value.at);
};

export const ulimit: CanonicalRule = (value, here) =>
  value.kind === 'mapping' || goType(value) === 'int' ? value : refuseType(value, here, 'invalid type %T for external');

/** Top-level volumes, networks, secrets and configs: the old `external: { name: x }` becomes a name of the resource. */
export const maybeExternal: CanonicalRule = (value, here) => {
  if (value.kind === 'scalar' && value.type === 'null') return value;
  if (value.kind !== 'mapping') return refuse(value, here, `${pathText(here.path)} must be a mapping or null`);
  const external = value.entries.get('external');
  if (external?.value.kind !== 'mapping') return value;
  const flag = scalar(true, synthetic(external.value.at, 'the old form of `external` names the resource'));
  const externalName = external.value.entries.get('name');
  const name = externalName ? adoptName(externalName, child(value, 'name'), here) : [];
  return withEntries(value, [withValue(external, flag), ...name]);
};

function adoptName(externalName: Entry, name: Tree | undefined, here: CanonicalHere): readonly Entry[] {
  const path = pathText(here.path);
  here.context.problems.push({
    kind: 'note',
    message: `${path}: external.name is deprecated. Please set name and external: true`,
    at: externalName.at,
  });
  if (name === undefined) return [externalName];
  if (!sameValue(name, externalName.value))
    refuse(externalName.value, here, `${path}: name and external.name conflict; only use name`);
  return [];
}
