/** `bulkhead reach FROM TO[:PORT]`: an answer to bet on, with its reasons. */
import { UserError } from '../compose/problem.js';
import { jsonText } from '../report/json-text.js';
import { reachText } from '../report/reach-text.js';
import type { RuleContext } from '../rules/rule.js';
import { queryReach, type ReachQuery, type ReachReport } from '../topology/query.js';
import type { Command, Parsed } from './arguments.js';
import { loadOne } from './load-one.js';
import { EXIT } from './world.js';

export const reach: Command = (parsed, world) => {
  const query = queryOf(parsed);
  const { subject, complete, hide } = loadOne(parsed, world, parsed.values('path'));
  const answer = answerTo(subject, query, hide);
  world.stdout(parsed.value('format') === 'json' ? jsonText(answer, hide) : hide(reachText(answer)));
  if (!complete) return EXIT.unusable;
  return answer.answers.some((each) => each.reachable) ? EXIT.clean : EXIT.findings;
};

/** A question that means nothing is answered with the names that there are. */
function answerTo({ topology }: RuleContext, query: ReachQuery, hide: (text: string) => string): ReachReport {
  try {
    return queryReach(topology, query);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(hide(error.message), { hint: error.hint && hide(error.hint) });
  }
}

function queryOf(parsed: Parsed): ReachQuery {
  const [first, second, ...rest] = parsed.positionals;
  const from = parsed.value('from') ?? first;
  const to = parsed.value('to') ?? (parsed.value('from') === undefined ? second : undefined);
  const pair = parsed.value('from') === undefined && parsed.value('to') === undefined;
  if (rest.length > 0 || (pair && second === undefined) || (!pair && parsed.positionals.length > 0)) {
    throw new UserError('reach takes FROM and TO, or one of --from and --to', {
      hint: 'Example: bulkhead reach web db:5432. FROM may be a service, internet, lan, host or peers, TO a service, internet, lan or host. Projects are given with --path.',
    });
  }
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    transitive: parsed.flag('transitive'),
  };
}
