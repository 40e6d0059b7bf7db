/** Values that come from the project's variables by name alone: `environment: [NAME]`, `environment:` of secrets and configs. */
import type { Mapping, Scalar, Substitution, Tree } from '../source/tree.js';
import { child, stringValue } from '../source/tree.js';
import { entry, withEntries, withValue, withValues } from './entries.js';
import type { VariableValue } from './template.js';
import type { Variables } from './variables.js';

/** Compose's own key for what a secret's variable holds; never printed. */
const SECRET_VALUE = 'x-#value';

/** Stage 17. Names that are not set stay as they are. */
export function resolveEnvironment(tree: Mapping, variables: Variables): Mapping {
  let resolved = mapSection(tree, 'services', (service) => withListedVariables(service, variables));
  resolved = mapSection(resolved, 'secrets', (secret) => withVariable(secret, SECRET_VALUE, variables));
  return mapSection(resolved, 'configs', (config) => withVariable(config, 'content', variables));
}

function mapSection(tree: Mapping, name: string, change: (resource: Mapping) => Mapping): Mapping {
  const section = tree.entries.get(name);
  if (section?.value.kind !== 'mapping') return tree;
  const resources = withValues(section.value, ({ value }) => (value.kind === 'mapping' ? change(value) : value));
  return withEntries(tree, [withValue(section, resources)]);
}

function withListedVariables(service: Mapping, variables: Variables): Mapping {
  const environment = service.entries.get('environment');
  if (environment?.value.kind !== 'sequence') return service;
  const items: Tree[] = environment.value.items.map((item) => {
    const name = stringValue(item);
    const variable = name === undefined ? undefined : variables.get(name);
    return item.kind === 'scalar' && name !== undefined && variable ? assigned(item, name, variable) : item;
  });
  return withEntries(service, [{ ...environment, value: { ...environment.value, items } }]);
}

/** `NAME` as `NAME=value`, the value marked as coming from the variable. */
export function assigned(item: Scalar, name: string, variable: VariableValue): Scalar {
  return withText(item, name, `${name}=`, variable);
}

/** The value of a variable in place of a name. */
export function substituted(item: Scalar, name: string, variable: VariableValue): Scalar {
  return withText(item, name, '', variable);
}

/** As if `${NAME}` had been written after the prefix. */
function withText(item: Scalar, name: string, prefix: string, { value, definition, unknown }: VariableValue): Scalar {
  const start = prefix.length;
  const place = { rawStart: 0, rawEnd: name.length, ...(definition ? { definition } : {}) };
  const substitutions: Substitution[] = [{ name, from: 'environment', start, end: start + value.length, ...place }];
  for (const part of unknown ?? []) {
    const span = { start: start + part.start, end: start + part.end };
    substitutions.push({ name: part.name, from: 'unset', ...span, ...place });
  }
  return { ...item, type: 'string', value: prefix + value, interpolation: { raw: name, substitutions } };
}

function withVariable(resource: Mapping, key: string, variables: Variables): Mapping {
  const written = child(resource, 'environment');
  const name = stringValue(written);
  const variable = name === undefined ? undefined : variables.get(name);
  if (written?.kind !== 'scalar' || name === undefined || !variable) return resource;
  return withEntries(resource, [entry(key, substituted(written, name, variable))]);
}
