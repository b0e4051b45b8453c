-- The commands, the results window, and the health check.
local it, equal, becomes = Harness.it, Harness.equal, Harness.becomes
require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })

local said = {}
vim.notify = function(text)
  said[#said + 1] = text
end

local function last_said()
  return said[#said]
end

local function painted(buffer, line)
  return function()
    return Harness.painted(buffer, 'colight')[line]
  end
end

local function results()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    local buffer = vim.api.nvim_win_get_buf(window)
    if vim.bo[buffer].filetype == 'colight-results' then
      return vim.api.nvim_buf_get_lines(buffer, 0, -1, false), window
    end
  end
end

it('commands and their arguments are completed', function()
  local all = vim.fn.getcompletion('Colight', 'command')
  equal(true, #all >= 12, table.concat(all, ' '))
  equal({ 'all', 'block' }, vim.fn.getcompletion('ColightRun ', 'cmdline'))
  equal({ 'markdown' }, vim.fn.getcompletion('ColightExport m', 'cmdline'))
  for _, name in ipairs(all) do
    local help = vim.fn.getcompletion(':' .. name, 'help')
    equal(':' .. name, help[1], 'in the help')
  end
end)

it('outside of documents, commands say that there is none', function()
  vim.cmd.enew()
  vim.cmd('ColightRun')
  equal('colight: this is no live document', last_said())
end)

it('all runs, or a block, or those in a range', function()
  local buffer = Harness.document({
    'int runs = 0;',
    '',
    'System.nanoTime()',
    '',
    'System.nanoTime() + 0',
  })
  local function times()
    return painted(buffer, 3)(), painted(buffer, 5)()
  end
  Harness.wait('values', function()
    local first, second = times()
    return first:match('⇒ %d+$') and second:match('⇒ %d+$')
  end, times)
  local first, second = times()
  vim.api.nvim_win_set_cursor(0, { 3, 0 })
  vim.cmd('ColightRun block')
  Harness.wait('another first value', function()
    local now = times()
    return now ~= first and now:match('⇒ %d+$')
  end)
  equal(second, select(2, times()))
  first = times()
  vim.cmd('4,5ColightRun')
  Harness.wait('another second value', function()
    local _, now = times()
    return now ~= second and now:match('⇒ %d+$')
  end)
  equal(first, (times()))
  _, second = times()
  vim.cmd('ColightRun')
  Harness.wait('other values', function()
    local one, two = times()
    return one ~= first and two ~= second and one:match('⇒ %d+$') and two:match('⇒ %d+$')
  end)
  vim.cmd('ColightVerify')
  Harness.wait('differences', function()
    return #vim.fn.getqflist() == 2
  end, last_said)
  equal({ 3, 5 }, {
    vim.fn.getqflist()[1].lnum,
    vim.fn.getqflist()[2].lnum,
  })
  first, second = times()
  vim.cmd('ColightRestart')
  Harness.wait('other values of a fresh worker', function()
    local one, two = times()
    return one ~= first and two ~= second and one:match('⇒ %d+$') and two:match('⇒ %d+$')
  end)
end)

it('inputs are moved by their names, and what depends on them follows', function()
  local buffer = Harness.document({
    'import static dev.colight.display.Display.*;',
    '',
    'int terms = slider("terms", 1, 40, 5)',
    '',
    'terms * 10',
    '',
    'String colour = select("colour", List.of("red", "green"))',
    '',
    'colour.length()',
  })
  becomes('terms * 10  ⇒ 50', painted(buffer, 5))
  becomes('colour.length()  ⇒ 3', painted(buffer, 9))
  equal({ 'terms' }, vim.fn.getcompletion('ColightInput t', 'cmdline'))
  equal({ 'green' }, vim.fn.getcompletion('ColightInput colour g', 'cmdline'))
  vim.cmd('ColightInput terms 9')
  becomes('terms * 10  ⇒ 90', painted(buffer, 5))
  vim.cmd('ColightInput terms ++')
  becomes('terms * 10  ⇒ 110', painted(buffer, 5))
  for _ = 1, 5 do
    vim.cmd('ColightInput terms -') -- faster than anything is shown
  end
  becomes('terms * 10  ⇒ 60', painted(buffer, 5))
  vim.cmd('ColightInput colour green')
  becomes('colour.length()  ⇒ 5', painted(buffer, 9))
  vim.cmd('ColightInput colour blue')
  equal('colight: blue is no value of colour', last_said())
  vim.cmd('ColightInput nothing 1')
  equal('colight: there is no input nothing', last_said())
end)

it('one moves from block to block', function()
  Harness.document({ '1', '', '2', '', '3' })
  Harness.wait('blocks', function()
    local document = require('colight.documents').get(vim.api.nvim_get_current_buf())
    return document and #require('colight.documents').in_order(document) == 3
  end)
  vim.cmd('ColightNext')
  equal(3, vim.api.nvim_win_get_cursor(0)[1])
  vim.cmd('ColightNext')
  vim.cmd('ColightNext')
  equal(5, vim.api.nvim_win_get_cursor(0)[1])
  vim.cmd('ColightPrevious')
  equal(3, vim.api.nvim_win_get_cursor(0)[1])
end)

it('results are hidden and shown again', function()
  local buffer = Harness.document({ '1 + 1' })
  becomes('1 + 1  ⇒ 2', painted(buffer, 1))
  vim.cmd('ColightToggle')
  equal('1 + 1', painted(buffer, 1)())
  vim.cmd('ColightToggle')
  equal('1 + 1  ⇒ 2', painted(buffer, 1)())
end)

it('the results window shows all of the block under the cursor, and follows it', function()
  local buffer = Harness.document({
    'String text = "one\\ntwo";',
    'System.out.println(text);',
    '',
    'int f(int n) { return n / 0; }',
    'f(1)',
    '',
    'Map.of("k", List.of(1, 2))',
  })
  becomes('f(1)  ✗ ArithmeticException: / by zero', function()
    for _, line in ipairs(Harness.painted(buffer, 'colight')) do
      if line:match('^f%(1') then
        return line
      end
    end
  end)
  vim.cmd('ColightResults')
  equal(buffer, vim.api.nvim_get_current_buf(), 'the cursor stays')
  becomes({ 'line 1 · text: String', '  "one\\ntwo"', 'line 2 · output', '  one', '  two' }, function()
    return vim.list_slice(results(), 2)
  end)
  vim.api.nvim_win_set_cursor(0, { 5, 0 })
  vim.api.nvim_exec_autocmds('CursorMoved', { buffer = buffer })
  becomes({ '✗ ArithmeticException: / by zero', '    at f, line 4', '    at line 5' }, function()
    return vim.list_slice(results(), 2)
  end)
  local _, window = results()
  vim.api.nvim_set_current_win(window)
  vim.api.nvim_win_set_cursor(window, { 3, 0 })
  vim.api.nvim_feedkeys(vim.keycode('<CR>'), 'xt', false)
  equal({ buffer, 4 }, { vim.api.nvim_get_current_buf(), vim.api.nvim_win_get_cursor(0)[1] })
  vim.api.nvim_win_set_cursor(0, { 7, 0 })
  vim.api.nvim_exec_autocmds('CursorMoved', { buffer = buffer })
  Harness.wait('a map', function()
    return (results()[2] or ''):match('Map<')
  end, results)
  vim.api.nvim_buf_set_lines(buffer, 6, 7, false, { '"another"' })
  becomes('  "another"', function()
    return results()[3]
  end)
  vim.cmd('ColightResults')
  equal(nil, results())
end)

it('parts of a value are opened and closed in the results window', function()
  local buffer = Harness.document({
    'List.of(List.of(1, 2), IntStream.range(0, 3000).boxed().toList())',
  })
  Harness.wait('a value', function()
    return vim.iter((Harness.painted(buffer, 'colight'))):any(function(line)
      return line:find('⇒')
    end)
  end)
  vim.cmd('ColightResults')
  Harness.wait('what can be opened, of a run that has ended', function()
    local lines = results() or {}
    return lines[2] and lines[1]:match('✓') and lines[2]:match('^▸ ')
  end, results)
  local closed = results()
  local _, window = results()
  vim.api.nvim_set_current_win(window)
  vim.api.nvim_win_set_cursor(window, { 2, 0 })
  vim.api.nvim_feedkeys(vim.keycode('<CR>'), 'xt', false)
  Harness.wait('parts', function()
    return results()[2]:match('^▾ ') and #results() > #closed
  end, results)
  vim.api.nvim_feedkeys(vim.keycode('<CR>'), 'xt', false)
  becomes(closed, results)
  vim.api.nvim_feedkeys('q', 'xt', false)
  equal(nil, results())
end)

it('a page is opened in the browser, or its address is told', function()
  Harness.document({ '1' })
  local opened
  vim.ui.open = function(url)
    opened = url
    return {}, nil
  end
  vim.cmd('ColightPreview')
  Harness.wait('an address', function()
    return opened
  end, last_said)
  equal(true, opened:match('^http://127%.0%.0%.1:%d+/') ~= nil, opened)
  vim.ui.open = function()
    return nil, 'there is no browser'
  end
  vim.cmd('ColightPreview')
  Harness.wait('what is told', function()
    return last_said():match('open this in a browser, once: http://')
  end, last_said)
end)

it('a document is exported, and no file is replaced unasked', function()
  local buffer = Harness.document({ '1 + 1' })
  becomes('1 + 1  ⇒ 2', painted(buffer, 1))
  local file = vim.fn.getcwd() .. '/out.md'
  vim.cmd('ColightExport markdown ' .. file)
  Harness.wait('a file', function()
    return last_said() == 'colight: wrote ' .. file
  end, last_said)
  equal('1 + 1', vim.fn.readfile(file)[2])
  vim.fn.writefile({ 'mine' }, file)
  vim.cmd('ColightExport markdown ' .. file)
  Harness.wait('a refusal', function()
    return last_said():match('replaces it')
  end, last_said)
  equal({ 'mine' }, vim.fn.readfile(file))
  vim.cmd('ColightExport! markdown ' .. file)
  becomes('1 + 1', function()
    return vim.fn.readfile(file)[2]
  end)
end)

local function health()
  vim.cmd('checkhealth colight')
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  vim.cmd('bwipeout!')
  return text
end

it('the health check finds all well, and says what is not', function()
  local text = health()
  equal(true, text:match(' runs\n') ~= nil, text)
  equal(nil, text:match('ERROR'), text)
  require('colight').setup({ cmd = { '/nowhere/colight', 'lsp' } })
  text = health()
  equal(true, text:match('ERROR there is no /nowhere/colight') ~= nil, text)
  require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })
end)

it('the health check takes the first Java that is new enough, as the launcher does', function()
  local own, home, path = vim.env.COLIGHT_JAVA_HOME, vim.env.JAVA_HOME, vim.env.PATH
  vim.env.COLIGHT_JAVA_HOME = nil
  local old = vim.fn.getcwd() .. '/old/bin'
  vim.fn.mkdir(old, 'p')
  vim.fn.writefile({ '#!/bin/sh', [[echo 'openjdk version "11.0.2"' >&2]] }, old .. '/java')
  vim.fn.setfperm(old .. '/java', 'rwxr-xr-x')
  vim.env.JAVA_HOME = vim.fn.getcwd() .. '/old'
  local both = health()
  vim.env.PATH = old
  local alone = health()
  vim.env.JAVA_HOME = nil
  vim.env.PATH = '/nowhere'
  local none = health()
  vim.env.COLIGHT_JAVA_HOME, vim.env.JAVA_HOME, vim.env.PATH = own, home, path
  equal(nil, both:match('ERROR'), both)
  equal(true, alone:find('not of version 17 or later', 1, true) ~= nil, alone)
  equal(true, none:find('ERROR there is no java', 1, true) ~= nil, none)
end)

it('a server that has yet to start is told from none', function()
  vim.cmd('ColightStop')
  Harness.wait('its end', function()
    return #vim.lsp.get_clients({ name = 'colight' }) == 0
  end)
  -- It says nothing, and ends when its input does.
  require('colight').setup({ cmd = { 'cat' } })
  Harness.document({ '1' })
  local starting = health()
  vim.lsp.get_client_by_id(require('colight.client').starting()).rpc.terminate()
  Harness.wait('its end', function()
    return not require('colight.client').starting()
  end)
  local none = health()
  require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })
  equal(true, starting:find('the server is starting', 1, true) ~= nil, starting)
  equal(true, none:find('no server runs', 1, true) ~= nil, none)
end)

it('the server is ended and started again', function()
  local buffer = Harness.document({ '1 + 1' })
  becomes('1 + 1  ⇒ 2', painted(buffer, 1))
  vim.cmd('ColightStop')
  Harness.wait('its end', function()
    return #vim.lsp.get_clients({ name = 'colight' }) == 0
  end)
  becomes('1 + 1', painted(buffer, 1))
  vim.cmd('ColightStart')
  becomes('1 + 1  ⇒ 2', painted(buffer, 1))
end)
