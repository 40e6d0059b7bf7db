/** Names that hang on a variable that is not set: who writes `${PREFIX}-db` means the service that is called so, whatever that will be. */
import { isUnknown, type Project } from '../../compose/project.js';
import type { Scalar } from '../../source/tree.js';

/** Services by their names as they are written. */
export type UnsetNames = ReadonlyMap<string, string>;

/** Empty for nearly every project. Of several services with a name, the first has it. */
export function unsetNamesOf({ services }: Project): UnsetNames {
  const names = new Map<string, string>();
  for (const { name, containerName, hostname, networks } of services) {
    const attached = networks.flatMap(({ aliases, ipv4Address, ipv6Address }) => [
      ...aliases,
      ipv4Address,
      ipv6Address,
    ]);
    for (const scalar of [containerName, hostname, ...attached]) {
      const text = scalar && isUnknown(scalar) ? written(scalar) : '';
      if (text !== '' && !names.has(text)) names.set(text, name);
    }
  }
  return names;
}

export interface UnsetMention {
  readonly service: string;
  readonly text: string;
  readonly port: number | undefined;
}

/** The names that stand in a value as a host does: alone, or between the marks of a URL or a list. */
export function unsetMentions(value: Scalar, names: UnsetNames): readonly UnsetMention[] {
  if (names.size === 0 || !isUnknown(value)) return [];
  const whole = written(value);
  return Array.from(names).flatMap(([text, service]) => {
    const start = whole.indexOf(text);
    if (start < 0) return [];
    const [before, after] = [whole.slice(0, start), whole.slice(start + text.length)];
    if (!/(?:^|[\s/@,;=("'])$/.test(before) || !/^(?:$|[\s:/,;)"'])/.test(after)) return [];
    const port = Number(/^:(\d{1,5})(?!\d)/.exec(after)?.[1] ?? Number.NaN);
    return [{ service, text, port: port > 0 && port < 65536 ? port : undefined }];
  });
}

/** `$NAME` is `${NAME}`. */
function written({ value }: Scalar): string {
  return typeof value === 'string' ? value.replace(/(?<!\$)\$(\w+)/g, '$${$1}') : '';
}
