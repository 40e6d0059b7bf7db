/** The networks of each service, by key, and its network mode. */
import type { Service } from '../../../src/compose/project.js';
import type { Measure } from '../measure.js';

export const networks: Measure = {
  id: 'networks per service',
  target: 1,
  judge: ({ label, project }) => {
    let right = 0;
    const missed: string[] = [];
    for (const name of Object.keys(label.services)) {
      const expected = describe(label.networks[name] ?? [], label.networkMode[name]);
      const service = project.services.find((known) => known.name === name);
      const found = service ? ofService(service) : 'absent';
      if (found === expected) right++;
      else missed.push(`${name}: ${expected}, not ${found}`);
    }
    return { right, missed, excess: [] };
  },
};

function ofService(service: Service): string {
  const mode = service.networkMode ? String(service.networkMode.value) : undefined;
  return describe(
    service.networks.map(({ network }) => network),
    mode,
  );
}

function describe(keys: readonly string[], mode: string | undefined): string {
  return mode ? `mode ${mode}` : [...keys].sort().join(', ');
}
