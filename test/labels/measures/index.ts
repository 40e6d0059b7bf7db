/** All measures, in the order in which they are printed. */
import type { Measure } from '../measure.js';
import { credentials } from './credentials.js';
import { networks } from './networks.js';
import { roles } from './roles.js';

export const MEASURES: readonly Measure[] = [roles, networks, ...credentials];
