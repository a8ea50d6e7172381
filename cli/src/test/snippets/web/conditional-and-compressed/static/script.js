let template = "{{ not a block }}";
