/** The roles that a configuration gives to services, as the topology asks for them. */
import type { GivenRole } from '../../topology/roles.js';
import type { Config } from './config.js';
import { matchesPatterns } from './patterns.js';

/** The first pattern that matches decides. */
export function givenRoles(config: Config | undefined): GivenRole | undefined {
  if (!config || config.roles.length === 0) return undefined;
  return (service) => config.roles.find(({ services }) => matchesPatterns(services, service));
}
