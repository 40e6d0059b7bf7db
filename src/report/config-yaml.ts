/** The resolved project as YAML, for `config`. */
import { stringify } from 'yaml';

/** What Docker Compose prints as JSON but leaves out of YAML: keys that say nothing. */
function isSaying(key: unknown, value: unknown): boolean {
  if (key === 'command' || key === 'entrypoint') return value !== null;
  return key !== 'ipam' || typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

export function configYaml(json: unknown): string {
  const saying = (_key: unknown, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([key, inner]) => isSaying(key, inner)))
      : value;
  return stringify(json, saying, { lineWidth: 0, aliasDuplicateObjects: false });
}
