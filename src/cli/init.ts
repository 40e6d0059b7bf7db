/** `bulkhead init`: a configuration to begin with. */
import path from 'node:path';
import { descriptorsOf } from '../analysis/descriptors.js';
import { UserError } from '../compose/problem.js';
import { RULES } from '../rules/index.js';
import { diskHost, toPosix } from '../run/disk.js';
import { CONFIG_NAMES, configIn } from '../run/find-config.js';
import { writeNew } from '../run/write.js';
import type { Command } from './arguments.js';
import { configTemplate } from './config-template.js';
import { EXIT } from './world.js';

export const init: Command = (parsed, world) => {
  if (parsed.positionals.length > 0) throw new UserError('init takes no arguments');
  const folder = toPosix(world.cwd);
  const there = configIn(diskHost({}), folder, folder);
  if (there !== undefined)
    throw new UserError(`${path.basename(there)} is there already`, { hint: 'It is left as it is.' });
  writeNew(path.join(world.cwd, CONFIG_NAMES[0]), configTemplate(descriptorsOf(RULES)));
  world.stderr(`${CONFIG_NAMES[0]} written\n`);
  return EXIT.clean;
};
