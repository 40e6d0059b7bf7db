/** Which files are Compose files by their names. */
import { FILE_NAMES, OVERRIDE_FILE_NAMES } from '../compose/discover.js';

/** The source of a regular expression, for paths with `/`; the hook of pre-commit has the same. */
export const COMPOSE_FILE_PATTERN = String.raw`(^|/)([^/]+[._-])?(docker-)?compose([._-][^/]*)?\.ya?ml$`;

const PATTERN = new RegExp(COMPOSE_FILE_PATTERN);

export function isComposeName(name: string): boolean {
  return PATTERN.test(name);
}

/** In the order of Docker Compose's preference. */
export function mainName(names: ReadonlySet<string>): string | undefined {
  return FILE_NAMES.find((name) => names.has(name));
}

export function overrideName(names: ReadonlySet<string>): string | undefined {
  return OVERRIDE_FILE_NAMES.find((name) => names.has(name));
}
