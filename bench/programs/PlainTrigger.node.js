// The least that a trigger can be: it verifies nothing and takes whatever comes.
class PlainTrigger {
	description = {
		displayName: 'Plain Trigger',
		name: 'plainTrigger',
		group: ['trigger'],
		// As the Zoom Trigger's: for one of version 1, n8n evaluates an expression for each request.
		version: 1.1,
		description: 'Starts the workflow on any request',
		defaults: { name: 'Plain Trigger' },
		inputs: [],
		outputs: ['main'],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'plain' }],
		properties: [],
	};

	async webhook() {
		return { workflowData: [[{ json: this.getBodyData() }]] };
	}
}

module.exports = { PlainTrigger };
