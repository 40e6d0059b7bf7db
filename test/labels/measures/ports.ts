/** Database ports that are published beyond the machine. */
import { compare, type Measure } from '../measure.js';

export const publicPorts: Measure = {
  id: 'public database ports',
  target: 0.98,
  judge: ({ label, topology }) =>
    compare(
      label.publicDbPorts.map(({ service, published }) => `${service} ${withDefaults(published)}`),
      [...topology.members.values()]
        .filter(({ role }) => role.role === 'database')
        .flatMap(({ service, ingress }) =>
          ingress
            .filter(({ from }) => from === 'lan')
            .map(({ published }) => `${service.name} ${published ?? '(random)'}`),
        ),
    ),
};

/** The labels quote the file: `${PORT:-5432}`. */
function withDefaults(published: string): string {
  return published.replace(/\$\{\w+:?-([^}]*)\}/g, '$1');
}
