/** Which variables of the process a project may see. */
import type { Mode } from '../compose/project.js';
import type { Environment } from './disk.js';

/**
 * Strictly, Compose sees the whole environment. Otherwise only the variables that choose files and names: what happens
 * to be set on the machine of who looks must not change what is found.
 */
export function environmentFor(mode: Mode, env: Environment): Environment {
  if (mode === 'strict') return env;
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('COMPOSE_') || name === 'HOME'));
}
