/** The role of each service; the label's alternatives count as right. */
import type { Measure } from '../measure.js';

export const roles: Measure = {
  id: 'roles',
  target: 0.95,
  judge: ({ label, roles }) => {
    let right = 0;
    const missed: string[] = [];
    for (const [service, role] of Object.entries(label.services)) {
      const assigned = roles.get(service);
      const accepted = [role, ...(label.rolesAlt[service] ?? [])];
      if (assigned && accepted.includes(assigned.role)) right++;
      else missed.push(`${service}: ${accepted.join(' or ')}, not ${assigned ? describe(assigned) : 'absent'}`);
    }
    return { right, missed, excess: [] };
  },
};

function describe({
  role,
  confidence,
  evidence,
}: {
  role: string;
  confidence: string;
  evidence: readonly { text: string }[];
}): string {
  return `${role} (${confidence}: ${evidence.map(({ text }) => text).join('; ')})`;
}
