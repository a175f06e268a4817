module.exports = globalThis.fastCheck;
