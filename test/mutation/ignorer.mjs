/**
 * What of the source is prose, and so no matter for a mutant: the documentation of a rule, its title and tags, and any
 * text of several words, which is written for people. A text without a space is an identifier, and is mutated.
 */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const DESCRIPTIONS = new Set(['docs', 'title', 'tags']);

const ignorer = {
  shouldIgnore(path) {
    if (path.isObjectProperty() && DESCRIPTIONS.has(path.node.key.name)) return 'describes a rule';
    if (path.isStringLiteral() && isProse(path.node.value)) return 'prose';
    if (path.isTemplateLiteral() && isPlain(path.node) && isProse(textOf(path.node))) return 'prose';
    return undefined;
  },
};

function isProse(text) {
  return /\S\s|\s\S/.test(text);
}

function textOf({ quasis }) {
  return quasis.map(({ value }) => value.cooked).join('x');
}

/** Nothing in it is worth a mutant of its own. */
function isPlain({ expressions }) {
  return expressions.every((each) => isName(each) || (each.type === 'CallExpression' && each.arguments.every(isName)));
}

function isName({ type, object }) {
  return type === 'Identifier' || (type === 'MemberExpression' && isName(object));
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', ignorer)];
