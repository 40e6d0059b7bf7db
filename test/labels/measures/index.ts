/** All measures, in the order in which they are printed. */
import type { Measure } from '../measure.js';
import { credentials } from './credentials.js';
import { networks } from './networks.js';
import { pairs } from './paths.js';
import { publicPorts } from './ports.js';
import { roles } from './roles.js';
import { verdict } from './verdict.js';

export const MEASURES: readonly Measure[] = [roles, networks, pairs, publicPorts, verdict, ...credentials];
