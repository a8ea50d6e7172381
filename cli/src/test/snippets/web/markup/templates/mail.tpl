Dear {{ <x> }}
