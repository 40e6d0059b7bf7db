/** The resolved project as YAML, for `config`. */
import { stringify } from 'yaml';

export function configYaml(json: unknown): string {
  return stringify(json, { lineWidth: 0, aliasDuplicateObjects: false });
}
