/** Container names are the Docker Engine's, so no two services may have one (compose-go `CheckContainerNameUnicity`). */
import type { Problem } from '../problem.js';
import type { Service } from '../project.js';
export declare function checkContainerNames(services: readonly Service[]): readonly Problem[];
