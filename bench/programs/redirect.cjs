// Loaded before a program whose code names Zoom's hosts: what it sends there goes to the sandbox.
const http = require('node:http');
const https = require('node:https');

const target = new URL(process.env.BENCH_ZOOM_URL);
const real = https.request;

https.request = function request(...args) {
	const options = args.find((arg) => typeof arg === 'object' && !(arg instanceof URL)) ?? {};
	const url = args[0] instanceof URL || typeof args[0] === 'string' ? new URL(args[0]) : options;
	if (!/^(api\.)?zoom\.us$/.test(url.hostname ?? url.host)) return real.apply(this, args);
	const callback = args.find((arg) => typeof arg === 'function');
	return http.request(
		{
			method: options.method,
			path: options.path ?? `${url.pathname}${url.search}`,
			headers: { ...options.headers, host: target.host },
			hostname: target.hostname,
			port: target.port,
		},
		callback,
	);
};
https.get = (...args) => {
	const request = https.request(...args);
	request.end();
	return request;
};
