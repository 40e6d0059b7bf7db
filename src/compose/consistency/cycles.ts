/** Services that wait for each other. */
import { child } from '../../source/tree.js';
import type { Problem } from '../problem.js';
import { refusal } from '../stage.js';
import { entriesOf, type ProjectView, type ServiceView } from './project-view.js';

/** A service on the way from where the search began, and those it depends on that were not looked at yet. */
interface Visit {
  readonly service: ServiceView;
  readonly next: string[];
}

/** The first is the one that Compose reports, which searches in the order of names. No service is in two of them. */
export function dependencyCycles({ services }: ProjectView): readonly Problem[] {
  const problems: Problem[] = [];
  const done = new Set<string>();
  for (const name of [...services.keys()].sort()) {
    const path = new Map<string, Visit>();
    const stack: Visit[] = [];
    const enter = (entered: string) => {
      const service = services.get(entered);
      if (!service || done.has(entered)) return;
      const visit = { service, next: dependenciesOf(service).sort().reverse() };
      path.set(entered, visit);
      stack.push(visit);
    };
    enter(name);
    for (let visit = stack.at(-1); visit; visit = stack.at(-1)) {
      const dependency = visit.next.pop();
      if (dependency === undefined) {
        stack.pop();
        path.delete(visit.service.name);
        done.add(visit.service.name);
      } else if (path.has(dependency)) {
        problems.push(cycle([...path.keys()], dependency, visit.service));
        for (const { service } of stack.splice(0)) done.add(service.name);
      } else enter(dependency);
    }
  }
  return problems;
}

function cycle(path: readonly string[], first: string, last: ServiceView): Problem {
  const members = [...path.slice(path.indexOf(first)), first];
  const dependencies = child(last.tree, 'depends_on');
  const closing = dependencies?.kind === 'mapping' ? dependencies.entries.get(first) : undefined;
  return refusal(`dependency cycle detected: ${members.join(' -> ')}`, (closing ?? last).at);
}

function dependenciesOf({ tree }: ServiceView): string[] {
  return entriesOf(child(tree, 'depends_on')).map(({ name }) => name);
}
