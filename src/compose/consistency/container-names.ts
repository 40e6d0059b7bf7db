/** Container names are the Docker Engine's, so no two services may have one (compose-go `CheckContainerNameUnicity`). */
import type { Problem } from '../problem.js';
import type { Service } from '../project.js';
import { isUnknown } from '../project.js';
import { quoted } from '../quote.js';
import { refusal } from '../stage.js';

export function checkContainerNames(services: readonly Service[]): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { name, containerName } of services) {
    const text = String(containerName?.value ?? '');
    if (!containerName || text === '' || isUnknown(containerName)) continue;
    const owner = owners.get(text);
    if (owner === undefined) owners.set(text, name);
    else {
      const message = `services.${name}: container name ${quoted(text)} is already in use by service ${owner}`;
      problems.push(refusal(message, containerName.at));
    }
  }
  return problems;
}
