-- Editors that connect to a server.
local it, equal, becomes = Harness.it, Harness.equal, Harness.becomes
local token = vim.fn.getcwd() .. '/token'
local port, output = nil, ''

local server = vim.system(
  { vim.env.COLIGHT, 'lsp', '--socket', '0', '--token-file', token },
  {
    stdout = function(_, text)
      output = output .. (text or '')
      port = port or tonumber(output:match('127%.0%.0%.1:(%d+)'))
    end,
  }
)
Harness.wait('a port', function()
  return port
end, function()
  return output
end)

it('who does not show the token is refused, and told why', function()
  local log
  local id = vim.lsp.start({
    name = 'nobody',
    cmd = vim.lsp.rpc.connect('127.0.0.1', port),
    init_options = { colight = { token = 'a guess' } },
    on_error = function() end,
    on_exit = function()
      log = 'ended'
    end,
  }, { bufnr = vim.api.nvim_create_buf(false, false) })
  Harness.wait('its end', function()
    return log == 'ended' or not id or not vim.lsp.get_client_by_id(id)
  end)
end)

it('two lines in the settings of the plugin are enough to connect', function()
  require('colight').setup({
    cmd = vim.lsp.rpc.connect('127.0.0.1', port),
    token_file = token,
  })
  local buffer = Harness.document({ '1 + 1' })
  becomes({ '1 + 1  ⇒ 2' }, function()
    return (Harness.painted(buffer, 'colight'))
  end)
  vim.cmd('checkhealth colight')
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  equal(nil, text:match('ERROR'), text)
  vim.cmd('bwipeout!')
end)

it('so is the configuration without the plugin', function()
  local buffer = vim.api.nvim_create_buf(true, false)
  vim.api.nvim_buf_set_name(buffer, vim.fn.getcwd() .. '/plain.jsh')
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { '2 + 2' })
  vim.api.nvim_set_current_buf(buffer)
  local id = vim.lsp.start({
    name = 'plain',
    cmd = vim.lsp.rpc.connect('127.0.0.1', port),
    before_init = function(params)
      params.initializationOptions = { colight = { token = vim.fn.readfile(token)[1] } }
    end,
  })
  Harness.wait('the server', function()
    local client = vim.lsp.get_client_by_id(id)
    return client and client.initialized
  end)
  becomes('⇒ 4', function()
    local params = {
      textDocument = { uri = vim.uri_from_bufnr(buffer) },
      range = { start = { line = 0, character = 0 }, ['end'] = { line = 9, character = 0 } },
    }
    local all = vim.lsp.buf_request_sync(buffer, 'textDocument/inlayHint', params, 30000)
    local answer = all and all[id]
    return answer and answer.result and answer.result[1] and answer.result[1].label
  end)
end)

server:kill('sigterm')
server:wait(20000)
