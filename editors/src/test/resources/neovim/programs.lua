-- Java files, which are live where they say so, or where somebody does.
local it, equal, becomes = Harness.it, Harness.equal, Harness.becomes
vim.cmd('filetype on')
require('colight').setup({ cmd = { vim.env.COLIGHT, 'lsp' } })

local count = 0

local function program(lines)
  count = count + 1
  local name = ('%s/P%d.java'):format(vim.fn.getcwd(), count)
  vim.fn.writefile(lines, name)
  vim.cmd.edit(name)
  return vim.api.nvim_get_current_buf()
end

local function painted(buffer)
  return function()
    return (Harness.painted(buffer, 'colight'))
  end
end

local function attached(buffer)
  return #vim.lsp.get_clients({ bufnr = buffer, name = 'colight' })
end

local function compact(number)
  return { 'int base = ' .. number .. ';', '', 'void main() {', '  int twice = base * 2;', '}' }
end

local function live(number)
  return {
    'int base = ' .. number .. ';  ⇒ ' .. number,
    '',
    'void main() {',
    '  int twice = base * 2;  ⇒ ' .. 2 * number,
    '}',
  }
end

it('a Java file that does not say that it is live is left alone', function()
  local buffer = program(compact(1))
  equal('java', vim.bo[buffer].filetype)
  equal(0, attached(buffer))
  equal(0, #vim.lsp.get_clients(), 'no server is started for it')
end)

it('one that says so is, and follows what is typed', function()
  local buffer = program(vim.list_extend({ '// | live', '' }, compact(2)))
  becomes(vim.list_extend({ '// | live', '' }, live(2)), painted(buffer))
  vim.api.nvim_buf_set_lines(buffer, 2, 3, false, { 'int base = 21;' })
  becomes(vim.list_extend({ '// | live', '' }, live(21)), painted(buffer))
end)

it('one becomes live when it is typed that it is', function()
  local buffer = program(compact(3))
  equal(0, attached(buffer))
  vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { '// | live', '' })
  vim.api.nvim_exec_autocmds('TextChanged', { buffer = buffer })
  becomes(vim.list_extend({ '// | live', '' }, live(3)), painted(buffer))
end)

it('a command makes one live that says nothing, also when it has been read again', function()
  local buffer = program(compact(4))
  vim.cmd('ColightLive')
  becomes(live(4), painted(buffer))
  vim.fn.writefile(compact(5), vim.api.nvim_buf_get_name(buffer))
  vim.cmd('edit!')
  becomes(live(5), painted(buffer))
  vim.cmd('ColightStop')
  becomes(compact(5), painted(buffer))
  vim.cmd('ColightStart')
  becomes(live(5), painted(buffer))
end)

it('nothing else than a Java file is made live', function()
  local said
  local notify = vim.notify
  vim.notify = function(text)
    said = text
  end
  vim.cmd.enew()
  vim.cmd('ColightLive')
  vim.notify = notify
  equal('colight: this is no .java file', said)
end)
