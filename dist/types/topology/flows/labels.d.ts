/** Flows that proxies read off labels and variables of the services behind them (Traefik, Caddy, nginx-proxy and others). */
import type { Project } from '../../compose/project.js';
import { type Draft } from './draft.js';
export declare function labelDrafts(project: Project): readonly Draft[];
