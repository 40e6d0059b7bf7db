#!/usr/bin/env node
/** Starts the command line, with its code as earlier runs left it compiled. */
import { join } from 'node:path';
import { compiledModules } from './code-cache.js';
import { COMMAND_NAMES, MANY_PROJECTS } from './command-names.js';

/** A digest of all bundles, put in by the build: their sizes and times may be those of others, as in packages of npm. */
const BUILD = 'BUNDLES';

const ABOUT_ITSELF = ['help', '--help', '-h', '--version', '-V'];
/** Bytes. A usual project needs 10 million. */
const LARGE_HEAP = 32_000_000;
const MANY_FILES = 10;

const words = process.argv.slice(2);
// What was called often, V8 compiles better at once the next time: that pays where there are many files again.
const isMany = words.length > MANY_FILES || MANY_PROJECTS.some((option) => words.includes(option));

const build = `${BUILD}-${process.version}-${process.arch}`;
const cache = process.env.NODE_DISABLE_COMPILE_CACHE
  ? undefined
  : join(__dirname, '.cache', build, isMany ? 'many' : 'few');
compiledModules({ bundles: join(__dirname, 'cli'), cache }, require, kindOfRun)('./process.js');

/**
 * Commands need different functions, and each needs others where it finds something, and where it only tells of itself.
 * `undefined`: what a large project has called often is no example for small ones.
 */
function kindOfRun(code: number): string | undefined {
  if (!isMany && process.memoryUsage().heapTotal > LARGE_HEAP) return undefined;
  const isAboutItself = ABOUT_ITSELF.some((word) => words.includes(word));
  const command = COMMAND_NAMES.find((name) => name === words[0]) ?? COMMAND_NAMES[0];
  return `${isAboutItself ? 'help' : command}-${code}`;
}
