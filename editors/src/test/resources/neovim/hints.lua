-- Neovim without the plugin: what its own client makes of the server.
local it, equal, becomes = Harness.it, Harness.equal, Harness.becomes
require('colight').setup({ autostart = false })
local NAMESPACE = vim.fn.has('nvim-0.11') == 1 and 'nvim.lsp.inlayhint' or 'vim_lsp_inlayhint'

-- 0.10 paints new hints of a text only once they have been enabled again.
local function repaint(_, _, context)
  for _, buffer in ipairs(vim.lsp.get_buffers_by_client_id(context.client_id)) do
    if vim.lsp.inlay_hint.is_enabled({ bufnr = buffer }) then
      vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
    end
  end
  return vim.NIL
end

if vim.fn.has('nvim-0.11') == 1 then
  vim.lsp.config('plain', {
    cmd = { vim.env.COLIGHT, 'lsp' },
    filetypes = { 'jsh' },
    flags = { debounce_text_changes = 0 },
  })
  vim.lsp.enable('plain')
else
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'jsh',
    callback = function()
      vim.lsp.start({
        name = 'plain',
        cmd = { vim.env.COLIGHT, 'lsp' },
        flags = { debounce_text_changes = 0 },
        init_options = { colight = { repaints = true } },
        handlers = { ['workspace/inlayHint/refresh'] = repaint },
      })
    end,
  })
end
vim.lsp.inlay_hint.enable(true)

local function painted(buffer)
  return function()
    vim.cmd('redraw') -- hints are painted as windows are
    return (Harness.painted(buffer, NAMESPACE))
  end
end

it('values, states and errors are there, and follow the text', function()
  local buffer = Harness.document({ 'int a = 1;', 'a + 1', '', 'int z = a / 0;', '', 'z + 1' })
  becomes({
    'int a = 1; ⇒ 1',
    'a + 1 ⇒ 2',
    '',
    'int z = a / 0; ✗ ArithmeticException: / by zero',
    '',
    'z + 1 ✗ `z` (line 4) has no value: its block threw before it was set',
  }, painted(buffer))
  Harness.wait('diagnostics', function()
    return #vim.diagnostic.get(buffer) == 2
  end)
  vim.api.nvim_buf_set_lines(buffer, 3, 4, false, { 'int z = a / 1;' })
  becomes({
    'int a = 1; ⇒ 1',
    'a + 1 ⇒ 2',
    '',
    'int z = a / 1; ⇒ 1',
    '',
    'z + 1 ⇒ 2',
  }, painted(buffer))
  becomes({}, function()
    return vim.diagnostic.get(buffer)
  end)
end)

it('the server answers with no value of an older text, and what stays is true', function()
  local buffer = Harness.document({ '1', '', 'Thread.sleep(1500);', '2', '', '3' })
  becomes({ '1 ⇒ 1', '', 'Thread.sleep(1500);', '2 ⇒ 2', '', '3 ⇒ 3' }, painted(buffer))
  local seen = {}
  local client = vim.lsp.get_clients({ name = 'plain' })[1]
  local handler = vim.lsp.handlers['textDocument/inlayHint']
  vim.lsp.handlers['textDocument/inlayHint'] = function(err, result, context, config)
    for _, hint in ipairs(result or {}) do
      seen[#seen + 1] = { hint.position.line, hint.label }
    end
    return handler(err, result, context, config)
  end
  vim.api.nvim_buf_set_lines(buffer, 2, 4, false, { 'Thread.sleep(1501);', '22' })
  becomes({ '1 ⇒ 1', '', 'Thread.sleep(1501);', '22 ⇒ 22', '', '3 ⇒ 3' }, painted(buffer))
  vim.lsp.handlers['textDocument/inlayHint'] = handler
  equal(true, client ~= nil and #seen > 0)
  for _, hint in ipairs(seen) do
    if hint[1] == 3 then
      equal(nil, hint[2]:match('⇒ 2$') or hint[2]:match('⇒ 2 '), 'beside 22')
    end
  end
end)

it('the line that somebody types in has no value of what it was', function()
  local buffer, wrong
  -- Types a key, looks at what is painted for a while, and returns whether there is no value.
  local function key(column)
    local struck = vim.uv.hrtime()
    vim.api.nvim_buf_set_text(buffer, 0, column, 0, column, { '1' })
    local late = vim.uv.hrtime() - struck > 30e6
    local line
    vim.wait(60, function()
      line = painted(buffer)()[1]
      local text, value = line:match('^"(%d+)" ⇒ "(%d+)"$')
      if text ~= value then
        wrong[#wrong + 1] = line
      end
      return false
    end, 5)
    return not line:find('⇒'), late or vim.uv.hrtime() - struck > 110e6
  end
  -- Where the machine is too slow to type fast, there is nothing to see: then again.
  local slow = true
  for _ = 1, 20 do
    buffer, wrong, slow = Harness.document({ '"1"', '', '2' }), {}, false
    becomes({ '"1" ⇒ "1"', '', '2 ⇒ 2' }, painted(buffer))
    -- It goes with one of the first keys, though there is no pause, and does not come back.
    local column, gone = 2, false
    while not gone and column < 30 do
      gone = key(column)
      column = column + 1
    end
    if gone then
      wrong = {}
      for each = column, column + 7 do
        local _, late = key(each)
        slow = slow or late
      end
      local text = '"' .. ('1'):rep(column + 7) .. '"'
      becomes({ text .. ' ⇒ ' .. text, '', '2 ⇒ 2' }, painted(buffer))
    end
    if gone and not slow then
      return equal({}, wrong)
    end
  end
  equal(true, slow, 'the value goes while somebody types')
end)

it('each key is told at once', function()
  local buffer = Harness.document({ '1', '2' })
  becomes({ '1 ⇒ 1', '2 ⇒ 2' }, painted(buffer))
  local told = 0
  local counter = vim.api.nvim_create_autocmd('LspNotify', {
    buffer = buffer,
    callback = function(args)
      told = told + (args.data.method == 'textDocument/didChange' and 1 or 0)
    end,
  })
  for key = 1, 5 do
    vim.api.nvim_buf_set_text(buffer, 0, 0, 0, 0, { tostring(key) })
  end
  becomes({ '543211 ⇒ 543211', '2 ⇒ 2' }, painted(buffer))
  vim.api.nvim_del_autocmd(counter)
  equal(5, told)
end)

it('columns are right beyond the characters of one unit', function()
  local buffer = Harness.document({ 'String 日 = "🦊é";', '日 + "🦊"' })
  becomes({ 'String 日 = "🦊é"; ⇒ "🦊é"', '日 + "🦊" ⇒ "🦊é🦊"' }, painted(buffer))
  vim.api.nvim_buf_set_text(buffer, 0, 18, 0, 20, { 'x🦊' })
  becomes({ 'String 日 = "🦊x🦊"; ⇒ "🦊x🦊"', '日 + "🦊" ⇒ "🦊x🦊🦊"' }, painted(buffer))
end)

it('lenses and hovers tell what there is to do and to know', function()
  local buffer = Harness.document({ 'int a = 1;' })
  becomes({ 'int a = 1; ⇒ 1' }, painted(buffer))
  local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) } }
  local lenses = vim.lsp.buf_request_sync(buffer, 'textDocument/codeLens', params, 30000)
  local titles = {}
  for _, answer in pairs(lenses) do
    for _, lens in ipairs(answer.result) do
      titles[#titles + 1] = lens.command.title
    end
  end
  equal(true, vim.tbl_contains(titles, '▶ run'), vim.inspect(titles))
  params.position = { line = 0, character = 4 }
  local hover = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', params, 30000)
  for _, answer in pairs(hover) do
    equal(true, answer.result.contents.value:match('%*%*a%*%* `int`') ~= nil)
  end
end)

for _, encoding in ipairs({ 'utf-8', 'utf-16', 'utf-32' }) do
  it('edits and hints are right in ' .. encoding, function()
    local name = vim.fn.getcwd() .. '/' .. encoding .. '.jsh'
    vim.fn.writefile({ '"日🦊é" + 1' }, name)
    vim.cmd('noautocmd edit ' .. name)
    local buffer = vim.api.nvim_get_current_buf()
    local capabilities = vim.lsp.protocol.make_client_capabilities()
    capabilities.general.positionEncodings = { encoding }
    local id = vim.lsp.start({
      name = 'plain ' .. encoding,
      cmd = { vim.env.COLIGHT, 'lsp' },
      capabilities = capabilities,
    })
    Harness.wait('the server', function()
      local client = vim.lsp.get_client_by_id(id)
      return client and client.initialized
    end)
    equal(encoding, vim.lsp.get_client_by_id(id).offset_encoding)
    becomes({ '"日🦊é" + 1 ⇒ "日🦊é1"' }, painted(buffer))
    vim.api.nvim_buf_set_text(buffer, 0, 10, 0, 10, { 'ü🦊' })
    becomes({ '"日🦊éü🦊" + 1 ⇒ "日🦊éü🦊1"' }, painted(buffer))
    vim.api.nvim_buf_set_text(buffer, 0, 4, 0, 8, {})
    becomes({ '"日éü🦊" + 1 ⇒ "日éü🦊1"' }, painted(buffer))
  end)
end
