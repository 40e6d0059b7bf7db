/** What speaks for a role: one signal that was found in a service, with its weight and its place. */
import type { Origin, Scalar } from '../../source/tree.js';
import type { Evidence, Role } from '../topology.js';

export type SignalSource =
  | 'image'
  | 'environment'
  | 'port'
  | 'volume'
  | 'command'
  | 'healthcheck'
  | 'label'
  | 'name'
  | 'life'
  | 'relation'
  | 'default';

export interface Observation {
  readonly source: SignalSource;
  readonly role: Role;
  readonly weight: number;
  readonly evidence: Evidence;
}

export function observe(source: SignalSource, role: Role, weight: number, text: string, at: Origin): Observation {
  return { source, role, weight, evidence: { text, at } };
}

/** Roles that hold what others want. */
export const STORE_ROLES: ReadonlySet<Role> = new Set<Role>(['database', 'cache', 'queue', 'storage']);

export function textOf(scalar: Scalar): string {
  return typeof scalar.value === 'string' ? scalar.value : String(scalar.value ?? '');
}
