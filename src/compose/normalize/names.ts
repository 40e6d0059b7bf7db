/** The names of top-level resources on the Docker Engine. */
import { child, type Entry, isNull, type Mapping, mapping, stringValue } from '../../source/tree.js';
import { addedEntry, withEntries, withValue } from '../entries.js';
import { goTreeText } from '../go-tree-text.js';

const SECTIONS = ['networks', 'volumes', 'configs', 'secrets'] as const;
const TRUE: ReadonlySet<string> = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);

/** A resource without a name is called after its key: as it is where the resource is external, else behind the project's name. */
export function withResourceNames(tree: Mapping): Mapping {
  const project = stringValue(child(tree, 'name')) ?? '';
  return withEntries(
    tree,
    SECTIONS.flatMap((section) => {
      const resources = tree.entries.get(section);
      if (resources?.value.kind !== 'mapping') return [];
      const named = [...resources.value.entries.values()].map((resource) => withName(resource, project));
      return [withValue(resources, withEntries(resources.value, named))];
    }),
  );
}

function withName(resource: Entry, project: string): Entry {
  const value = isNull(resource.value) ? mapping([], resource.value.at) : resource.value;
  if (value.kind !== 'mapping') return resource;
  const name = child(value, 'name');
  if (name && !isNull(name)) return { ...resource, value };
  const external = child(value, 'external');
  const isExternal = external !== undefined && TRUE.has(goTreeText(external));
  const [text, reason] = isExternal
    ? [resource.name, 'an external resource without a name is called as its key']
    : [`${project}_${resource.name}`, 'a resource without a name is called after the project and its key'];
  return { ...resource, value: withEntries(value, [addedEntry('name', text, resource.at, reason)]) };
}
